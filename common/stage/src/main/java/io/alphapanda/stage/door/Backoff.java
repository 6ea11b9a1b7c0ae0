package io.alphapanda.stage.door;

import java.time.Duration;

/// How the stream door retries: doubling waits up to a longest one, until they add up to long enough.
///
/// @param first   the first wait
/// @param longest no wait is longer
/// @param total   once the waits have reached it, the event is given up
record Backoff(Duration first, Duration longest, Duration total) {

    /// The wait after the n-th failed attempt, from 1.
    Duration wait(int attempt) {
        var wait = first;
        for (int i = 1; i < attempt && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /// Whether the waits before the n-th attempt have been long enough.
    boolean isExhausted(int attempt) {
        var waited = Duration.ZERO;
        for (int i = 1; i < attempt; i++) {
            waited = waited.plus(wait(i));
        }
        return waited.compareTo(total) >= 0;
    }
}
