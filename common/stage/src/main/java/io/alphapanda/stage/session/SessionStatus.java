package io.alphapanda.stage.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /// How the row of a login is read at a moment.
    ///
    /// @param endedAt  null if it was not ended
    /// @param endedWhy null or for people
    static SessionStatus of(
            long version,
            String userId,
            Instant openedAt,
            Instant expiresAt,
            @Nullable Instant endedAt,
            @Nullable String endedWhy,
            Instant now) {
        if (endedAt != null) {
            return new Ended(version, userId, openedAt, endedAt, endedWhy == null ? "" : endedWhy);
        }
        return now.isBefore(expiresAt)
                ? new Open(version, userId, openedAt, expiresAt)
                : new Expired(version, userId, openedAt, expiresAt);
    }
}
