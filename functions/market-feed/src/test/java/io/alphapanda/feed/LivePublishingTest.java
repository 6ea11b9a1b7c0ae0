package io.alphapanda.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.feed.batch.Sharding;
import io.alphapanda.feed.clock.SystemClock;
import io.alphapanda.feed.live.LiveTick;
import io.alphapanda.feed.live.LiveTicks;
import io.alphapanda.feed.pace.Pace;
import io.alphapanda.feed.publish.BatchEvents;
import io.alphapanda.feed.publish.LastPrices;
import io.alphapanda.feed.publish.PublisherRegister;
import io.alphapanda.feed.publish.TopicTails;
import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.feed.status.LiveProgress.Dropped;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.publish.EventPublisher;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trace.Traces;
import io.alphapanda.stage.trouble.TransientException;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// A live source can't be read again; its stream goes on all the same.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class LivePublishingTest {

    private static final Instant OPEN = Instant.parse("2026-11-26T03:45:00Z");
    private static final AssetClass CLASS = AssetClass.FOREX;
    private static final Sharding SHARDING = new Sharding(Settings.SHARDS);
    private static final InstrumentId LIVELY = InstrumentId.of("CDS:LIVELY");

    /// In the shard of the lively one, whose batches pile up on top of its own.
    private static final InstrumentId QUIET = IntStream.range(0, 100)
            .mapToObj(each -> InstrumentId.of("CDS:QUIET" + each))
            .filter(each -> SHARDING.of(each) == SHARDING.of(LIVELY))
            .findFirst()
            .orElseThrow();

    @Inject
    Pool database;

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    EventPublisher events;

    @Inject
    EventCodec codec;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private long millis;

    @Test
    void aFeedThatDiesGoesOnWithTheOrdinalsOfWhatItHasPublished() {
        ends(live("live-dies", tick(QUIET), tick(QUIET), times(LIVELY, 400)));
        ends(live("live-dies", times(LIVELY, 3), tick(QUIET), times(LIVELY, 200), tick(QUIET)));
        ends(live("live-dies", tick(QUIET), times(LIVELY, 5)));

        var batches = of("live-dies");
        assertThat(ordinals(batches, QUIET)).isEqualTo(upTo(4));
        assertThat(ordinals(batches, LIVELY))
                .isEqualTo(upTo(ordinals(batches, LIVELY).size()));
        assertThat(ordinals(batches, LIVELY)).hasSizeGreaterThan(600);
        assertThat(batches)
                .extracting(each -> each.sequence().n())
                .isEqualTo(LongStream.rangeClosed(1, batches.size()).boxed().toList());
        assertThat(batches.stream().flatMap(each -> each.ticks().stream()))
                .extracting(Tick::position)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasOnItsWayWhenPublishingBrokeOffIsCountedAndItsOrdinalsAreUsedAgain() {
        var live = live("live-breaks", times(LIVELY, 10));
        live.script.add(() -> {
            throw new TransientException("Kafka is away");
        });
        times(LIVELY, 2).forEach(live.script::add);
        live.script.add(this::dies);
        var progress = ends(live);

        assertThat(live.opened).isEqualTo(2);
        assertThat(live.closed).isEqualTo(2);
        assertThat(progress.live().dropped(Dropped.PASS)).isPositive();
        var ordinals = ordinals(of("live-breaks"), LIVELY);
        assertThat(ordinals).isEqualTo(upTo(ordinals.size()));
        assertThat(progress.ticksPublished() + progress.live().dropped(Dropped.PASS))
                .isEqualTo(12);
    }

    @Test
    void theNextDayIsAnotherStreamThatBeginsAtOne() {
        var live = new FakeLive(_ -> new StreamId("unused"));
        var days = new FakeLive(_ -> new StreamId(live.opened == 0 ? "live-day-1" : "live-day-2"));
        days.script.add(tick(LIVELY).getFirst());
        days.script.add(() -> {
            live.opened = 1;
            return new LiveTicks.DayOver();
        });
        times(LIVELY, 2).forEach(days.script::add);
        days.script.add(this::silence);
        days.script.add(this::dies);

        ends(days);

        assertThat(of("live-day-1")).filteredOn(TickBatch::last).hasSize(Settings.SHARDS);
        assertThat(ordinals(of("live-day-1"), LIVELY)).isEqualTo(upTo(1));
        assertThat(ordinals(of("live-day-2"), LIVELY)).isEqualTo(upTo(2));
    }

    @SafeVarargs
    private FakeLive live(String stream, List<Supplier<LiveTicks.Next>>... script) {
        var live = new FakeLive(_ -> new StreamId(stream));
        live.instruments.addAll(List.of(LIVELY, QUIET));
        for (var part : script) {
            live.script.addAll(part);
        }
        if (!stream.endsWith("breaks")) {
            live.script.add(this::dies);
        }
        return live;
    }

    private List<Supplier<LiveTicks.Next>> tick(InstrumentId instrument) {
        return times(instrument, 1);
    }

    /// Far enough apart that each one makes the batch before it overdue.
    private List<Supplier<LiveTicks.Next>> times(InstrumentId instrument, int count) {
        return IntStream.range(0, count)
                .<Supplier<LiveTicks.Next>>mapToObj(_ -> () -> {
                    millis += 60;
                    var at = OPEN.plusMillis(millis);
                    return new LiveTicks.Arrived(new LiveTick(instrument, at, Price.of("83.25"), Quantity.ZERO, at));
                })
                .toList();
    }

    private LiveTicks.Next silence() {
        return new LiveTicks.Silence();
    }

    private LiveTicks.Next dies() {
        throw new Died();
    }

    private FeedProgress ends(FakeLive live) {
        var settings = Settings.live(CLASS, live);
        var progress = new FeedProgress();
        var clock = new SystemClock();
        var runner = new FeedRunner(
                settings,
                new PublisherRegister(database, CLASS, "live-" + System.nanoTime(), settings.lease()),
                new TopicTails(bootstrapServers, codec),
                new LastPrices(redis, codec, 750),
                events,
                codec,
                new BatchEvents(codec, Traces.off()),
                new Pace(settings.pace(), Optional::empty, progress, clock),
                progress,
                clock);
        assertThatThrownBy(runner::run).isInstanceOf(Died.class);
        return progress;
    }

    private List<TickBatch> of(String stream) {
        return TopicReader.all(Topics.ticks(CLASS), _ -> true).stream()
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

    private static List<Long> ordinals(List<TickBatch> batches, InstrumentId instrument) {
        return batches.stream()
                .flatMap(each -> each.ticks().stream())
                .filter(each -> each.instrument().equals(instrument))
                .map(Tick::ordinal)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /// What a killed process leaves: nothing more comes.
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
