package io.alphapanda.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.feed.clock.FeedStoppedException;
import io.alphapanda.feed.clock.SystemClock;
import io.alphapanda.feed.kite.Exchange;
import io.alphapanda.feed.kite.KiteSource;
import io.alphapanda.feed.pace.Pace;
import io.alphapanda.feed.publish.BatchEvents;
import io.alphapanda.feed.publish.LastPrices;
import io.alphapanda.feed.publish.PublisherRegister;
import io.alphapanda.feed.publish.TopicTails;
import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.publish.EventPublisher;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trace.Traces;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the broker's socket to the topic.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class KiteFeedTest {

    private static final InstrumentId INFY = InstrumentId.of("NSE:INFY");
    private static final AssetClass CLASS = AssetClass.OPTIONS;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TempDir
    Path cache;

    @Test
    void ticksReachTheTopicOverARestartOfTheFeed() {
        var progress = new FeedProgress();
        try (var exchange = new Exchange(vertx, cache, progress.live());
                var source = exchange.source("NSE:INFY")) {
            exchange.login();
            try (var _ = new Running(source, exchange.clock(), progress)) {
                publishes(exchange, progress, "1573.15");
            }
            assertThat(progress.live().connections()).isZero();
            try (var _ = new Running(source, exchange.clock(), progress)) {
                publishes(exchange, progress, "1574.2");
            }
        }

        assertThat(ticks())
                .extracting(Tick::ordinal)
                .isEqualTo(LongStream.rangeClosed(1, ticks().size()).boxed().toList());
        assertThat(ticks()).extracting(Tick::position).isSorted().doesNotHaveDuplicates();
        assertThat(redis.value(String.class).get("market:last:NSE:INFY")).contains("\"price\":\"1574.2\"");
    }

    @Test
    void aStalledFeedIsNotReadyAndSaysWhy() {
        var progress = new FeedProgress();
        progress.live().troubled("nobody has logged in to zerodha today; log in");
        assertThat(FeedReadiness.of(progress).getStatus()).isEqualTo(Status.UP);

        progress.live().stalled(true);

        var stalled = FeedReadiness.of(progress);
        assertThat(stalled.getStatus()).isEqualTo(Status.DOWN);
        assertThat(stalled.getData().orElseThrow())
                .containsEntry("stalled", true)
                .containsEntry("trouble", "nobody has logged in to zerodha today; log in");
    }

    private void publishes(Exchange exchange, FeedProgress progress, String price) {
        Await.until("it listens", () -> progress.live().connections() == 1);
        exchange.trades("NSE:INFY", price, 10);
        Await.until("it is published", () -> published().contains(Price.of(price)));
    }

    /// A feed on a thread of its own, as a process would run it.
    private final class Running implements AutoCloseable {
        private final SystemClock clock;
        private final Thread thread;

        Running(KiteSource source, Clock time, FeedProgress progress) {
            clock = new SystemClock(time);
            var settings = Settings.live(CLASS, source);
            var runner = new FeedRunner(
                    settings,
                    new PublisherRegister(database, CLASS, "kite-" + System.nanoTime(), settings.lease()),
                    new TopicTails(bootstrapServers, codec),
                    new LastPrices(reactiveRedis, codec, 750),
                    events,
                    codec,
                    new BatchEvents(codec, Traces.off()),
                    new Pace(settings.pace(), Optional::empty, progress, clock),
                    progress,
                    clock);
            thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    runner.run();
                } catch (FeedStoppedException _) {
                    // as asked
                }
            });
        }

        @Override
        public void close() {
            clock.stop();
            try {
                assertThat(thread.join(PATIENCE)).as("it has stopped").isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private List<Price> published() {
        return ticks().stream().map(Tick::price).toList();
    }

    private List<Tick> ticks() {
        return TopicReader.all(Topics.ticks(CLASS), _ -> true).stream()
                .map(this::batch)
                .filter(each -> each.stream().value().startsWith("kite-2"))
                .flatMap(each -> each.ticks().stream())
                .filter(each -> each.instrument().equals(INFY))
                .toList();
    }

    private TickBatch batch(ConsumerRecord<String, byte[]> record) {
        try {
            return codec.decode(record.value(), TickBatch.class);
        } catch (MalformedEventException e) {
            throw new AssertionError(e);
        }
    }
}
