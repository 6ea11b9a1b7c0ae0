package io.alphapanda.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.feed.clock.SystemClock;
import io.alphapanda.feed.pace.Follower;
import io.alphapanda.feed.pace.LagWatch;
import io.alphapanda.feed.pace.Pace;
import io.alphapanda.feed.publish.BatchEvents;
import io.alphapanda.feed.publish.LastPrices;
import io.alphapanda.feed.publish.LeaseLostException;
import io.alphapanda.feed.publish.PublisherLease;
import io.alphapanda.feed.publish.PublisherRegister;
import io.alphapanda.feed.publish.TopicTails;
import io.alphapanda.feed.source.BrokenLines;
import io.alphapanda.feed.source.RandomWalk;
import io.alphapanda.feed.source.SourceTick;
import io.alphapanda.feed.source.TickSource;
import io.alphapanda.feed.source.Ticks;
import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.publish.EventPublisher;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trace.Traces;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class PublishingTest {

    private static final Instant START = Instant.parse("2026-01-05T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool database;

    @Inject
    ReactiveRedisDataSource reactiveRedis;

    @Inject
    RedisDataSource redis;

    @Inject
    EventPublisher events;

    @Inject
    EventCodec codec;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void theApplicationPublishesItsFileTellsHowItWentAndStaysUp() {
        await("the file's end", () -> "ended".equals(status("state")));

        assertThat(status("stream")).isEqualTo("recorded-day");
        assertThat(status("assetClass")).isEqualTo("equity");
        assertThat(status("ticksRead")).isEqualTo("3");
        assertThat(status("ticksPublished")).isEqualTo("3");
        assertThat(status("batches")).isEqualTo("4");
        assertThat(status("skipped")).isEqualTo("0");
        assertThat(status("lastEventTime")).isEqualTo("2021-06-03T03:45:40Z");
        assertThat(status("brokenLines.count")).isEqualTo("1");
        assertThat(status("brokenLines.first[0].line")).isEqualTo("3");
        assertThat(status("brokenLines.first[0].reason")).isEqualTo("price 'none' is not a decimal number");
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void aBatchTravelsAsAnEventOfItsShard() {
        var record = TopicReader.await(Topics.ticks(AssetClass.EQUITY), 4, _ -> true).stream()
                .filter(each -> each.partition() == 3)
                .findFirst()
                .orElseThrow();
        var batch = batch(record);

        assertThat(record.key()).isEqualTo("3");
        assertThat(TopicReader.header(record, "ce_id"))
                .isEqualTo("recorded-day/equity/3/" + batch.sequence().epoch() + "/1");
        assertThat(TopicReader.header(record, "ce_type")).isEqualTo("io.alphapanda.tick-batch.v1");
        assertThat(TopicReader.header(record, "ce_source")).isEqualTo("/alpha-panda/market-feed");
        assertThat(TopicReader.header(record, "ce_partitionkey")).isEqualTo("3");
        assertThat(Instant.parse(TopicReader.header(record, "ce_time"))).isEqualTo("2021-06-03T03:45:40Z");
        assertThat(TopicReader.header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(batch.ticks()).extracting(each -> each.ordinal()).containsExactly(1L, 2L);
        assertThat(batch.ticks()).extracting(each -> each.position()).containsExactly(2L, 4L);
    }

    @Test
    void theLastPriceOfAnInstrumentIsInRedis() {
        await("the file's end", () -> "ended".equals(status("state")));

        assertThat(redis.value(String.class).get("market:last:NSE:TCS"))
                .isEqualTo("{\"price\":\"3100.1\",\"time\":\"2021-06-03T03:45:40Z\",\"ordinal\":2,"
                        + "\"stream\":\"recorded-day\"}");
    }

    @Test
    void aFeedThatDiesHalfWayPublishesEveryTickOnceAndInOrder() {
        var walk = new RandomWalk(7, 12, 100, 20_000, START);
        var topic = Topics.ticks(AssetClass.OPTIONS);

        assertThatThrownBy(() -> feed("dies", AssetClass.OPTIONS, new BreaksOff(walk, 7_777))
                        .run())
                .isInstanceOf(Died.class);
        assertThatThrownBy(() -> feed("dies", AssetClass.OPTIONS, new BreaksOff(walk, 7_900))
                        .run())
                .isInstanceOf(Died.class);
        feed("dies", AssetClass.OPTIONS, walk).run();
        int complete = of("dies", topic).size();
        feed("dies", AssetClass.OPTIONS, walk).run();

        var batches = of("dies", topic);
        assertThat(batches).hasSize(complete);
        var ordinals = new TreeMap<InstrumentId, List<Long>>();
        batches.forEach(batch -> batch.ticks()
                .forEach(tick -> ordinals.computeIfAbsent(tick.instrument(), _ -> new ArrayList<>())
                        .add(tick.ordinal())));
        assertThat(ordinals).hasSize(12);
        assertThat(ordinals.values().stream().mapToInt(List::size).sum()).isEqualTo(20_000);
        ordinals.values().forEach(each -> assertThat(each)
                .isEqualTo(LongStream.rangeClosed(1, each.size()).boxed().toList()));
        for (int shard = 0; shard < Settings.SHARDS; shard++) {
            int wanted = shard;
            var ofShard =
                    batches.stream().filter(each -> each.shard() == wanted).toList();
            assertThat(ofShard)
                    .extracting(each -> each.sequence().n())
                    .isEqualTo(LongStream.rangeClosed(1, ofShard.size()).boxed().toList());
            assertThat(ofShard).extracting(TickBatch::sequence).isSorted();
            assertThat(ofShard).filteredOn(TickBatch::last).containsExactly(ofShard.getLast());
        }
    }

    @Test
    void anotherStreamStartsFreshUnderANewerEpoch() {
        var walk = new RandomWalk(7, 12, 100, 500, START);
        var topic = Topics.ticks(AssetClass.FOREX);
        feed("first-run", AssetClass.FOREX, walk).run();
        feed("second-run", AssetClass.FOREX, walk).run();

        var first = of("first-run", topic);
        var second = of("second-run", topic);
        assertThat(second.getFirst().sequence().epoch())
                .isGreaterThan(first.getFirst().sequence().epoch());
        assertThat(second.stream().flatMap(each -> each.ticks().stream()))
                .containsExactlyElementsOf(
                        first.stream().flatMap(each -> each.ticks().stream()).toList());
    }

    @Test
    void aSecondPublisherGetsTheLeaseWhenTheFirstHasDied() {
        var first = new PublisherRegister(database, AssetClass.CRYPTO, "first", Duration.ofSeconds(5));
        var second = new PublisherRegister(database, AssetClass.CRYPTO, "second", Duration.ofSeconds(5));
        long epoch = first.acquire().orElseThrow();

        assertThat(second.acquire()).isEmpty();
        assertThat(first.acquire()).hasValue(epoch + 1);

        try (var lease = PublisherLease.of(first, epoch + 1, System.nanoTime())) {
            lease.require();
            Ledger.rows(
                    "update publishers set leased_until = now() - interval '1 second', holder = 'gone', epoch = epoch + 1"
                            + " where asset_class = 'crypto'");
            assertThat(second.acquire()).hasValue(epoch + 3);
            await("the loss", () -> lost(lease));
            assertThatThrownBy(lease::require).isInstanceOf(LeaseLostException.class);
        }
        assertThat(first.acquire()).as("a lost lease gives nothing back").isEmpty();
    }

    @Test
    void anotherNumberOfPartitionsIsRefused() {
        var tails = new TopicTails(bootstrapServers, codec);

        assertThatThrownBy(() -> tails.read(
                        Topics.ticks(AssetClass.CRYPTO),
                        new io.alphapanda.domain.market.StreamId("any"),
                        House.PARTITIONS + 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "panda.feed.shards 5 must equal the number of partitions of market.crypto.ticks, which is 4;"
                                + " set panda.feed.shards=4");
    }

    @Test
    void aGroupThatNobodyHasSeenHasReadNothing() {
        var followers = Follower.of(AssetClass.EQUITY, List.of(new Broker("paper"), new Broker("nowhere")));
        TopicReader.await(Topics.ticks(AssetClass.EQUITY), 4, _ -> true);

        try (var watch = LagWatch.start(bootstrapServers, followers, () -> 0)) {
            await("the first look", () -> watch.latest().isPresent());
            var lags = watch.latest().orElseThrow().byGroup();
            assertThat(lags).hasSize(7);
            assertThat(lags.get(followers.getFirst())).isEqualTo(4);
            assertThat(lags.get(followers.getLast()))
                    .as("a topic that is not there")
                    .isZero();
        }
    }

    private FeedRunner feed(String stream, AssetClass assetClass, TickSource source) {
        var settings = Settings.atFullSpeed(stream, assetClass, source);
        var progress = new FeedProgress();
        var clock = new SystemClock();
        return new FeedRunner(
                settings,
                new PublisherRegister(database, assetClass, stream + "-" + System.nanoTime(), settings.lease()),
                new TopicTails(bootstrapServers, codec),
                new LastPrices(reactiveRedis, codec, 750),
                events,
                codec,
                new BatchEvents(codec, Traces.off()),
                new Pace(settings.pace(), Optional::empty, progress, clock),
                progress,
                clock);
    }

    private List<TickBatch> of(String stream, String topic) {
        return TopicReader.all(topic, _ -> true).stream()
                .map(this::batch)
                .filter(each -> each.stream().value().equals(stream))
                .toList();
    }

    private TickBatch batch(ConsumerRecord<String, byte[]> record) {
        try {
            return codec.decode(record.value(), TickBatch.class);
        } catch (MalformedEventException e) {
            throw new AssertionError(e);
        }
    }

    private static String status(String path) {
        return given().get("/status")
                .then()
                .statusCode(200)
                .extract()
                .path(path)
                .toString();
    }

    private static boolean lost(PublisherLease lease) {
        try {
            lease.require();
            return false;
        } catch (LeaseLostException _) {
            return true;
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting for " + what).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    /// What a killed process leaves: nothing more comes.
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record BreaksOff(TickSource whole, int after) implements TickSource {

        @Override
        public Ticks open() {
            var ticks = whole.open();
            return new Ticks() {
                private int given;

                @Override
                public Optional<SourceTick> next() {
                    if (given++ == after) {
                        throw new Died();
                    }
                    return ticks.next();
                }

                @Override
                public BrokenLines brokenLines() {
                    return ticks.brokenLines();
                }

                @Override
                public void close() {
                    ticks.close();
                }
            };
        }
    }
}
