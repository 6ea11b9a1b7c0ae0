package io.alphapanda.stage.session;

import java.time.Instant;

/// How an account's login stands, for people. Says nothing of its token.
public sealed interface SessionStatus {

    /// Nobody ever logged in.
    record None() implements SessionStatus {}

    /// Somebody is logged in.
    record Open(long version, String userId, Instant openedAt, Instant expiresAt) implements SessionStatus {}

    /// The broker's own time for it has passed.
    record Expired(long version, String userId, Instant openedAt, Instant expiresAt) implements SessionStatus {}

    /// It was ended before that.
    ///
    /// @param why for people; never a secret
    record Ended(long version, String userId, Instant openedAt, Instant endedAt, String why) implements SessionStatus {}
}
