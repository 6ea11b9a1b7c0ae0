package io.alphapanda.domain.market;

import io.alphapanda.domain.instrument.AssetClass;
import java.time.Instant;
import java.util.List;

/// Ticks of one shard, travelling together because a KafkaSource sends one record a request.
///
/// @param stream     one live trading day of a feed, or one run of a recorded file; part of every derived id
/// @param assetClass which market
/// @param shard      the partition; an instrument always maps to the same one
/// @param sequence   who published it and as which one
/// @param dueAt      wall-clock time its first tick was due at the feed; latency is measured from here, so that
///                   waiting for the batch to fill counts (a closing batch without ticks: when the source had ended)
/// @param last       true on the stream's closing batch of this shard (a recorded file has ended)
/// @param ticks      in arrival order; empty only in a closing batch
public record TickBatch(
        StreamId stream,
        AssetClass assetClass,
        int shard,
        BatchSequence sequence,
        Instant dueAt,
        boolean last,
        List<Tick> ticks) {

    /// Most ticks one batch may carry.
    public static final int MAX_TICKS = 500;

    public TickBatch {
        if (shard < 0) {
            throw new IllegalArgumentException("batch shard " + shard + " must not be below 0");
        }
        if (ticks.size() > MAX_TICKS) {
            throw new IllegalArgumentException("batch of " + ticks.size() + " ticks; at most " + MAX_TICKS + " travel");
        }
        if (ticks.isEmpty() && !last) {
            throw new IllegalArgumentException("a batch without ticks must close its stream");
        }
        ticks = List.copyOf(ticks);
    }
}
