package io.alphapanda.domain.strategy;

import io.alphapanda.domain.signal.LaneSignal;
import java.util.List;

/// What one tick led to.
///
/// @param memory  of the instrument, from now on
/// @param signals one copy a broker, by strategy id, then in the order the definition lists its brokers
/// @param arrival how the tick stood to what had been seen
public record Step(InstrumentMemory memory, List<LaneSignal> signals, Arrival arrival) {

    /// How a tick stands to the ones before it.
    public enum Arrival {
        /// The next one.
        IN_ORDER,
        /// Looked at, although some before it never came.
        AFTER_GAP,
        /// Seen before and skipped; the memory is as it was.
        DUPLICATE,
        /// Of no strategy's interest and skipped; the memory is as it was.
        UNWATCHED
    }

    public Step {
        signals = List.copyOf(signals);
    }

    static Step skipped(InstrumentMemory memory, Arrival why) {
        return new Step(memory, List.of(), why);
    }
}
