package io.alphapanda.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.feed.publish.LastPrices;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.testing.House;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The bars in Redis, as they grow.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class PriceBarsTest {

    private static final InstrumentId SHARE = InstrumentId.of("NSE:BARS");
    private static final String KEY = "market:bars:NSE:BARS";
    private static final Instant MINUTE = Instant.parse("2026-01-05T04:00:00Z");
    private static final long AT = MINUTE.getEpochSecond();

    @Inject
    RedisDataSource redis;

    @Inject
    ReactiveRedisDataSource reactiveRedis;

    @Inject
    EventCodec codec;

    private LastPrices prices;

    @BeforeEach
    void noBars() {
        redis.key().del(KEY);
        prices = new LastPrices(reactiveRedis, codec, 3);
    }

    private static Tick tick(long ordinal, long second, String price) {
        return new Tick(
                SHARE,
                ordinal,
                MINUTE.plusSeconds(second),
                Price.of(price),
                Quantity.of(Long.toString(ordinal * 10)),
                ordinal);
    }

    private void put(String stream, Tick... ticks) {
        prices.put(batch(stream, ticks));
    }

    private static TickBatch batch(String stream, Tick... ticks) {
        return new TickBatch(
                new StreamId(stream), AssetClass.EQUITY, 0, new BatchSequence(1, 1), MINUTE, false, List.of(ticks));
    }

    private List<String> bars() {
        return redis.sortedSet(String.class).zrange(KEY, 0, -1);
    }

    @Test
    void aMinuteGrowsFromBatchToBatch() {
        put("s", tick(1, 1, "100"), tick(2, 20, "99.5"), tick(3, 61, "101"));
        put("s", tick(4, 59, "102.25"), tick(5, 65, "100"));

        assertThat(bars())
                .containsExactly(AT + "|100|102.25|99.5|102.25|40|1|4|s", (AT + 60) + "|101|101|100|100|50|3|5|s");
    }

    @Test
    void aBatchThatIsWrittenAgainOrCutAnewChangesNothing() {
        var one = tick(1, 1, "100");
        var two = tick(2, 2, "103");
        var three = tick(3, 3, "98");
        put("s", one, two);
        put("s", three);
        var before = bars();

        put("s", one, two);
        put("s", one, two, three);
        put("s", two, three);

        assertThat(before).containsExactly(AT + "|100|103|98|98|30|1|3|s");
        assertThat(bars()).isEqualTo(before);
    }

    @Test
    void aBarOfAnotherStreamIsReplaced() {
        put("s", tick(1, 1, "100"), tick(2, 2, "103"));

        put("t", tick(1, 1, "50"));

        assertThat(bars()).containsExactly(AT + "|50|50|50|50|10|1|1|t");
    }

    @Test
    void onlyTheNewestAreKept() {
        LongStream.rangeClosed(1, 5).forEach(n -> put("s", tick(n, n * 60, "100")));

        assertThat(bars()).hasSize(3).first().asString().startsWith(Long.toString(AT + 180));
    }

    @Test
    void allInstrumentsTogetherAreBounded() {
        redis.key().del("market:bars:NSE:OTHER");
        var few = new LastPrices(reactiveRedis, codec, 200_000);
        few.put(batch("s", tick(1, 1, "100")));
        few.put(batch("s", new Tick(InstrumentId.of("NSE:OTHER"), 1, MINUTE, Price.of("1"), Quantity.of("1"), 1)));

        assertThat(bars()).hasSize(1);
        assertThat(redis.key().exists("market:bars:NSE:OTHER")).isFalse();
    }

    @Test
    void barsOfAnInstrumentThatComesNoMoreGoByThemselves() {
        put("s", tick(1, 1, "100"));

        assertThat(redis.key().ttl(KEY)).isBetween(300_000L, 345_600L);
    }

    @Test
    void whereNoneAreWantedNoneAreKept() {
        new LastPrices(reactiveRedis, codec, 0).put(batch("s", tick(1, 1, "100")));

        assertThat(bars()).isEmpty();
        assertThat(redis.value(String.class).get("market:last:NSE:BARS")).contains("\"price\":\"100\"");
    }
}
