package io.alphapanda.feed.batch;

import io.alphapanda.domain.instrument.InstrumentId;
import java.util.Map;
import java.util.Set;

/// How far a live stream has come in the topic: where its next publisher goes on.
///
/// @param position  of the stream's last tick, over all shards; 0 before the first
/// @param ordinals  the last one of each instrument that was found
/// @param cutShards whose beginning the topic no longer holds: an instrument not found there may have ticked before. It
///                  goes on behind the stream's position, which no ordinal has passed: ordinals then have a gap, which
///                  followers count, and never a repetition, which would make a new tick look like an old one
public record StreamEnd(long position, Map<InstrumentId, Long> ordinals, Set<Integer> cutShards) {

    /// Of a stream nobody has published yet.
    public static final StreamEnd FRESH = new StreamEnd(0, Map.of(), Set.of());

    public StreamEnd {
        ordinals = Map.copyOf(ordinals);
        cutShards = Set.copyOf(cutShards);
    }

    long lastOrdinal(InstrumentId instrument, int shard) {
        return ordinals.getOrDefault(instrument, cutShards.contains(shard) ? position : 0);
    }
}
