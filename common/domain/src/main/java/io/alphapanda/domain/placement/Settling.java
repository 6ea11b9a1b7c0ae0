package io.alphapanda.domain.placement;

import java.time.Duration;
import java.time.Instant;

/// When an order that does not appear in the book is given up.
///
/// @param window       so long after the last moment it could have been sent, and so long listened to without a word of
///                     it, 10 seconds to an hour. Orders have been seen to appear 90 seconds late
/// @param leastLookUps so many successful look-ups since that moment, 2 to 100: silence counts only while somebody
///                     listened
public record Settling(Duration window, int leastLookUps) {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int FEWEST = 2;
    private static final int MOST = 100;

    public static final Settling DEFAULT = new Settling(Duration.ofSeconds(120), 3);

    public Settling {
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("settling window " + window + " must be between " + SHORTEST + " and "
                    + LONGEST + "; 120 seconds serve most");
        }
        if (leastLookUps < FEWEST || leastLookUps > MOST) {
            throw new IllegalArgumentException("settling look-ups " + leastLookUps + " must be between " + FEWEST
                    + " and " + MOST + "; 3 serve most");
        }
    }

    /// Both clocks must agree: one that is set forward gives nothing up before its time.
    ///
    /// @param listened by a clock that is never set
    boolean isOver(Instant sendBy, int silence, Instant now, Duration listened) {
        return silence >= leastLookUps && !now.isBefore(sendBy.plus(window)) && listened.compareTo(window) >= 0;
    }
}
