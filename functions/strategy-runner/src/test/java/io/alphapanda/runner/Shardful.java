package io.alphapanda.runner;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.stage.testing.Door;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A shard with one instrument, both of one test's own, and the batches its feed publishes.
final class Shardful {

    /// A Thursday, 11:00 in Mumbai.
    static final Instant TIME = Instant.parse("2026-03-05T05:30:00Z");

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int shard = NEXT.getAndIncrement();
    private final InstrumentId instrument = new InstrumentId("NSE", "T" + shard);
    private final StreamId stream;
    private long epoch = 1;
    private long n;
    private long ordinal;

    Shardful() {
        this("runner-test");
    }

    Shardful(String stream) {
        this.stream = new StreamId(stream);
    }

    InstrumentId instrument() {
        return instrument;
    }

    String redisKey() {
        return "strategy:shard:equity:" + shard;
    }

    /// The next batch: prices a minute apart each, so that every tick may be a pulse.
    TickBatch next(String... prices) {
        n++;
        var ticks = new ArrayList<Tick>();
        for (var price : List.of(prices)) {
            ordinal++;
            ticks.add(new Tick(
                    instrument,
                    ordinal,
                    TIME.plusSeconds(60 * ordinal),
                    Price.of(price),
                    Quantity.of(ordinal),
                    ordinal));
        }
        return new TickBatch(
                stream, AssetClass.EQUITY, shard, new BatchSequence(epoch, n), Instant.now(), false, ticks);
    }

    /// A batch gets lost.
    void skip() {
        n++;
    }

    /// Another publisher has taken over.
    void newPublisher() {
        epoch++;
    }

    /// The one before publishes on, as if it had not been replaced.
    void oldPublisher() {
        epoch--;
    }

    /// The id of the copy of a strategy's signal at the instrument's tick.
    String copy(String strategy, long tick, String broker) {
        return stream + "/" + strategy + "/" + instrument + "/" + tick + "@" + broker;
    }

    static int post(TickBatch batch) {
        return Door.post(headers(batch), Door.json(batch));
    }

    static Map<String, String> headers(TickBatch batch) {
        return Door.headers(
                EventType.TICK_BATCH,
                Ids.batch(batch),
                "market",
                Topics.ticks(batch.assetClass()),
                Integer.toString(batch.shard()),
                "",
                TIME);
    }
}
