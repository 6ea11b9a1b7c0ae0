package io.alphapanda.stage.broker;

import java.time.Instant;

/// What tells a lane's time: for an order that is about to be sent, and for what a portfolio is worth.
public enum OrderClock {
    /// The clock on the wall: an order that waited too long is not sent.
    WALL,
    /// The signal's own time, or the newest price's. Where recorded ticks are played, the market's time is long past,
    /// and the wall's clock would call every signal expired and every price stale.
    SIGNAL;

    /// @param wall   now
    /// @param signal market time of the order's signal, or of the newest price
    public Instant now(Instant wall, Instant signal) {
        return switch (this) {
            case WALL -> wall;
            case SIGNAL -> signal;
        };
    }
}
