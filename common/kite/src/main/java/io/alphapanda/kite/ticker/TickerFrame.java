package io.alphapanda.kite.ticker;

import java.util.List;

/// A binary frame of the ticker.
public sealed interface TickerFrame {

    /// One byte, every other second when nothing moves: the connection lives.
    record Heartbeat() implements TickerFrame {}

    /// @param ticks   in their order
    /// @param unknown packets of a length, or of a segment, nobody documented; left out
    record Ticks(List<KiteTick> ticks, int unknown) implements TickerFrame {
        public Ticks {
            ticks = List.copyOf(ticks);
        }
    }

    /// A frame that ends too early or too late.
    ///
    /// @param ticks   whole packets before the break
    /// @param unknown as in [Ticks]
    /// @param why     what is wrong, with the position
    record Broken(List<KiteTick> ticks, int unknown, String why) implements TickerFrame {
        public Broken {
            ticks = List.copyOf(ticks);
        }
    }
}
