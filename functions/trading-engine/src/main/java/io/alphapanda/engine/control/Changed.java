package io.alphapanda.engine.control;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.TradingStates.Said;
import java.util.List;

/// What came of a command. It holds for every order that comes after it, acknowledged or not.
///
/// @param said  as written down
/// @param lanes of this engine that it is said of: one, or all
public record Changed(Said said, List<OfLane> lanes) {

    /// @param acknowledged whether what came before it has ended too: every order that was being sent is answered, or
    ///                     its answer can't come any more; from here on nothing it forbids reaches the broker
    /// @param standing     of the lane, afterwards
    public record OfLane(Broker broker, boolean acknowledged, Standing standing) {}

    /// Whether every lane has acknowledged it.
    public boolean acknowledged() {
        return lanes.stream().allMatch(OfLane::acknowledged);
    }
}
