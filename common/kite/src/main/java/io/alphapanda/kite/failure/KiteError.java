package io.alphapanda.kite.failure;

import java.time.Duration;
import java.util.Optional;

/// An answer that says no.
///
/// @param status     HTTP status
/// @param type       what kind of trouble, as far as it is known
/// @param typeText   `error_type` as sent; empty if the answer named none
/// @param message    for people, secrets masked, at most 500 characters; texts change, decide by `type`
/// @param retryAfter when Kite says when to come again
public record KiteError(int status, ErrorType type, String typeText, String message, Optional<Duration> retryAfter) {

    static final int MAX_MESSAGE = 500;

    /// An answer without a readable error in it.
    static KiteError unreadable(int status, String what, Optional<Duration> retryAfter) {
        return new KiteError(status, ErrorType.GENERAL, "", what, retryAfter);
    }

    @Override
    public String toString() {
        var named = typeText.isEmpty() ? "no error_type" : typeText;
        return "HTTP " + status + " " + named + ": " + message;
    }
}
