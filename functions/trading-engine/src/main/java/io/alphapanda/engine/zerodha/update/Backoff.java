package io.alphapanda.engine.zerodha.update;

import java.time.Duration;

/// How long to wait before the next try: doubling, up to a bound.
///
/// @param first   after the first failure
/// @param longest after many
record Backoff(Duration first, Duration longest) {

    /// @param failures in a row, from 1
    Duration after(int failures) {
        var pause = first;
        for (int each = 1; each < failures && pause.compareTo(longest) < 0; each++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
