package io.alphapanda.stage.broker;

import java.time.Instant;

/// What tells the time for an order that is about to be sent.
public enum OrderClock {
    /// The clock on the wall: an order that waited too long is not sent.
    WALL,
    /// The signal's own time. Where recorded ticks are played, the market's time is long past, and the wall's clock
    /// would call every signal expired.
    SIGNAL;

    /// @param wall   now
    /// @param signal market time of the order's signal
    public Instant now(Instant wall, Instant signal) {
        return switch (this) {
            case WALL -> wall;
            case SIGNAL -> signal;
        };
    }
}
