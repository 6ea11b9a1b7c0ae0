package io.alphapanda.runner;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.strategy.InstrumentMemory;
import io.alphapanda.domain.strategy.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One shard's memories, all as of one batch. Unchanging, so that attempts at the same time don't meet.
///
/// @param key      which shard
/// @param stream   name of the stream the head belongs to; empty before the first batch
/// @param head     the newest batch committed, [BatchSequence#NONE] before the first
/// @param memories of the instruments seen so far; empty ones have been looked for and are not there
record Shard(Key key, String stream, BatchSequence head, Map<InstrumentId, Optional<InstrumentMemory>> memories) {

    /// @param assetClass which market
    /// @param number     the partition
    record Key(AssetClass assetClass, int number) {

        static Key of(TickBatch batch) {
            return new Key(batch.assetClass(), batch.shard());
        }

        String redis() {
            return "strategy:shard:" + assetClass.label() + ":" + number;
        }
    }

    Shard {
        memories = Map.copyOf(memories);
    }

    boolean precedes(TickBatch batch) {
        return batch.sequence().compareTo(head) > 0;
    }

    Optional<InstrumentMemory> memory(InstrumentId instrument) {
        return memories.getOrDefault(instrument, Optional.empty());
    }

    boolean knows(InstrumentId instrument) {
        return memories.containsKey(instrument);
    }

    Shard with(Map<InstrumentId, Optional<InstrumentMemory>> more) {
        var all = new HashMap<>(memories);
        all.putAll(more);
        return new Shard(key, stream, head, all);
    }

    Shard after(TickBatch batch, Outcome outcome) {
        var all = new HashMap<>(memories);
        outcome.memories().forEach((instrument, memory) -> all.put(instrument, Optional.of(memory)));
        return new Shard(key, batch.stream().value(), batch.sequence(), all);
    }
}
