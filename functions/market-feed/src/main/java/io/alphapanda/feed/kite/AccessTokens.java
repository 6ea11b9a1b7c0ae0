package io.alphapanda.feed.kite;

import io.alphapanda.kite.Secret;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// Where the account's access token is kept. A person logs in every morning; the token dies at 06:00 Indian time, or
/// earlier without a word.
public interface AccessTokens {

    /// One login.
    ///
    /// @param token   opens the account
    /// @param version differs from login to login; safe to show
    record Access(Secret token, String version) {}

    /// The newest login, alive or not; empty if there is none.
    Uni<Optional<Access>> current();
}
