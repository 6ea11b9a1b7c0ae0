package io.alphapanda.kite.failure;

import java.time.Duration;
import java.util.Optional;

/// Not now: no connection, no answer in time, too many requests, trouble behind Kite. The same read may succeed later.
public final class KiteUnavailableException extends KiteException {

    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;

    KiteUnavailableException(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /// When Kite says when to come again.
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
