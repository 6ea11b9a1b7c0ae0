package io.alphapanda.feed.publish;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.trace.Traces;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Batches as events.
public final class BatchEvents {

    static final String SOURCE = "/alpha-panda/market-feed";

    private final EventCodec codec;
    private final Traces traces;

    /// @param traces say whether a batch's trace is kept
    public BatchEvents(EventCodec codec, Traces traces) {
        this.codec = codec;
        this.traces = traces;
    }

    /// @param time market time
    EncodedEvent event(TickBatch batch, Instant time) {
        var id = Ids.batch(batch);
        return new EncodedEvent(
                Topics.ticks(batch.assetClass()),
                OptionalInt.of(batch.shard()),
                EventType.TICK_BATCH.type(),
                id,
                SOURCE,
                time,
                Integer.toString(batch.shard()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(traces.ofBatch(id).toString()),
                codec.encode(batch));
    }
}
