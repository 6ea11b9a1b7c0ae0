package io.alphapanda.feed.publish;

import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.trouble.TransientException;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The last price of every instrument, `market:last:<instrument>` in Redis, and its newest bars. Written before the
/// batch is published, so that nobody acts on a tick whose price can't be seen yet.
public final class LastPrices {

    private static final String KEY = "market:last:";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    /// The view's value.
    @RegisterForReflection
    record LastPrice(Price price, Instant time, long ordinal, StreamId stream) {}

    private final ReactiveValueCommands<String, String> redis;
    private final EventCodec codec;
    private final PriceBars bars;

    /// @param bars one-minute bars an instrument keeps
    public LastPrices(ReactiveRedisDataSource redis, EventCodec codec, int bars) {
        this.redis = redis.value(String.class);
        this.codec = codec;
        this.bars = new PriceBars(redis, bars);
    }

    /// One MSET and one script, on their way together; fails if Redis does not take them.
    public void put(TickBatch batch) {
        if (!batch.ticks().isEmpty()) {
            write(batch);
        }
    }

    private void write(TickBatch batch) {
        try {
            Uni.join()
                    .all(redis.mset(values(batch)), bars.grow(batch))
                    .andFailFast()
                    .await()
                    .atMost(ANSWER_WITHIN);
        } catch (TimeoutException e) {
            throw new TransientException("Redis did not answer within " + ANSWER_WITHIN, e);
        }
    }

    private Map<String, String> values(TickBatch batch) {
        var values = new HashMap<String, String>();
        for (var tick : batch.ticks().reversed()) {
            values.computeIfAbsent(
                    KEY + tick.instrument(),
                    _ -> new String(
                            codec.encode(new LastPrice(tick.price(), tick.time(), tick.ordinal(), batch.stream())),
                            StandardCharsets.UTF_8));
        }
        return values;
    }
}
