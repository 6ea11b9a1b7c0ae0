package io.alphapanda.domain.strategy;

import io.alphapanda.domain.market.StreamId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What all strategies remember of one instrument. It belongs to one stream: in another one they warm up again.
///
/// @param stream      whose ticks it has seen
/// @param lastOrdinal ordinal of the newest tick seen, 0 before the first; a tick at or below it is a duplicate
/// @param strategies  by strategy id
public record InstrumentMemory(StreamId stream, long lastOrdinal, SortedMap<String, StrategyMemory> strategies) {

    public InstrumentMemory {
        strategies = Collections.unmodifiableSortedMap(new TreeMap<>(strategies));
    }

    /// A memory that has seen nothing.
    public static InstrumentMemory fresh(StreamId stream) {
        return new InstrumentMemory(stream, 0, Collections.emptySortedMap());
    }

    /// This memory, if it is of `stream`; otherwise a fresh one.
    InstrumentMemory in(StreamId current) {
        return stream.equals(current) ? this : fresh(current);
    }

    /// Whether no strategy has been following the instrument, so that ticks went by unseen.
    boolean isIdle() {
        for (var memory : strategies.values()) {
            if (!memory.isRetired()) {
                return false;
            }
        }
        return true;
    }
}
