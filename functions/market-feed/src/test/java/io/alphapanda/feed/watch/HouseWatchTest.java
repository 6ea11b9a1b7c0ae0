package io.alphapanda.feed.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.feed.RecordedDay;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Redis;
import io.alphapanda.stage.watch.FeedView;
import io.alphapanda.stage.watch.KafkaView;
import io.alphapanda.stage.watch.ServiceView;
import io.alphapanda.stage.watch.Views;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// What the read layer is told of Kafka, of this feed and of this process.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class HouseWatchTest {

    private static final Instant NOW = Instant.parse("2026-01-05T04:30:00Z");

    @Inject
    ReactiveRedisDataSource reactive;

    @Inject
    RedisDataSource redis;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private static Optional<KafkaView> told() {
        return Optional.of(Redis.get(Views.KAFKA))
                .filter(each -> !each.isEmpty())
                .flatMap(each -> Views.read(each, KafkaView.class));
    }

    private static Optional<FeedView> feed(String assetClass) {
        return Optional.of(Redis.hget(Views.FEEDS, assetClass))
                .filter(each -> !each.isEmpty())
                .flatMap(each -> Views.read(each, FeedView.class));
    }

    @Test
    void topicsLagAndDeadLettersAreTold() {
        Await.until("Kafka is told", () -> told().isPresent());

        var view = told().orElseThrow();
        assertThat(view.topics())
                .contains("paper.signals.raw", "paper.signals.raw.dlq", "control.trading-state")
                .noneMatch(each -> each.startsWith("__"));
        assertThat(view.lags())
                .extracting(KafkaView.Lag::group)
                .as("a group for each asset class, three for each lane")
                .hasSize(10)
                .contains(
                        "alpha-panda.strategy-runner.equity-ticks",
                        "alpha-panda.portfolio-manager.paper-b-orders-filled");
        assertThat(view.deadLetters()).extracting(KafkaView.Letters::topic).contains("paper.orders.filled.dlq");
    }

    @Test
    void letterThatIsWrittenIsCountedWithItsTime() throws Exception {
        try (var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                var look = new KafkaLook(kafka, House.BROKERS)) {
            long before = letters(look).count();
            producer.send(new ProducerRecord<>(
                            "paper-b.pnl.snapshots.dlq", 0, NOW.toEpochMilli(), null, new byte[] {1}))
                    .get();

            var after = letters(look);
            assertThat(after.count()).isEqualTo(before + 1);
            assertThat(after.newestAt()).contains(NOW);
        }
    }

    private static KafkaView.Letters letters(KafkaLook look) throws Exception {
        return look.read(NOW, "test").deadLetters().stream()
                .filter(each -> each.topic().equals("paper-b.pnl.snapshots.dlq"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thisFeedTellsHowItIsGettingOn() {
        Await.until("the recorded day has ended", () -> feed("equity")
                .filter(each -> each.state().equals("ended"))
                .isPresent());

        var view = feed("equity").orElseThrow();
        assertThat(view.live()).isFalse();
        assertThat(view.ticks()).isEqualTo(3);
        assertThat(view.lastBatchAt()).isPresent();
    }

    @Test
    void thisProcessSaysThatItIsThere() {
        Await.until("it is heard", () -> redis.hash(String.class).hlen(Views.SERVICES) > 0);

        assertThat(redis.hash(String.class).hvals(Views.SERVICES))
                .map(each -> Views.read(each, ServiceView.class).orElseThrow())
                .anySatisfy(each -> {
                    assertThat(each.stage()).isEqualTo("market-feed");
                    assertThat(each.brokers()).containsExactly("paper", "paper-b");
                    assertThat(each.disk().orElseThrow().percent()).isBetween(0, 100);
                });
    }

    @Test
    void aSecondFeedTellsOfItselfAndLeavesKafkaToTheFirst() {
        Await.until("Kafka is told", () -> told().isPresent());
        var second = new FeedView(
                "crypto",
                NOW,
                "bitstamp",
                false,
                "s",
                "running",
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());

        try (var _ = HouseWatch.start(reactive, kafka, House.BROKERS, "second", () -> second)) {
            Await.until("it is heard", () -> feed("crypto").isPresent());
            assertThat(told().orElseThrow().by()).isNotEqualTo("second");
        }
    }
}
