package io.alphapanda.kite.ticker;

import java.time.Duration;

/// How long to wait before the next try: doubling, up to a bound, and from the beginning once something came.
///
/// @param first   after the first failure
/// @param longest after many
public record Reconnect(Duration first, Duration longest) {

    public static final Reconnect USUAL = new Reconnect(Duration.ofSeconds(1), Duration.ofSeconds(60));

    /// @param failures in a row, from 1
    public Duration after(int failures) {
        var pause = first;
        for (int each = 1; each < failures && pause.compareTo(longest) < 0; each++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
