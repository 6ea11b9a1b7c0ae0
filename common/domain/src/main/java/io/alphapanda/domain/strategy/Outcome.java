package io.alphapanda.domain.strategy;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.signal.LaneSignal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one batch led to.
///
/// @param memories   those that changed, in the order their instruments first appear in the batch
/// @param signals    in the order of the ticks that caused them; see [Step#signals()] for those of one tick
/// @param ticks      how many the batch held
/// @param duplicates how many of them had been seen before and were skipped
/// @param gaps       how often an instrument's ordinals jumped
public record Outcome(
        Map<InstrumentId, InstrumentMemory> memories, List<LaneSignal> signals, int ticks, int duplicates, int gaps) {

    public Outcome {
        memories = Collections.unmodifiableMap(new LinkedHashMap<>(memories));
        signals = List.copyOf(signals);
    }
}
