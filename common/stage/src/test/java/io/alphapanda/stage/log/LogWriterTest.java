package io.alphapanda.stage.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.XReadArgs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class LogWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEY = LogChannel.MARKET.key();

    @Inject
    Redis redis;

    @Inject
    RedisDataSource keys;

    @Inject
    ObjectMapper json;

    @Inject
    Vertx vertx;

    private final LogQueue queue = new LogQueue(10_000);

    @BeforeEach
    void nothingLogged() {
        keys.key().del(KEY);
    }

    private LogWriter writer(Redis redis, int lines, Instant now) {
        var settings = new LogSettings(true, lines, Duration.ofHours(1), 10_000);
        return new LogWriter(redis, json, queue, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void logged(String message) {
        queue.offer(
                LogChannel.MARKET,
                new LogLine(
                        Instant.EPOCH,
                        "INFO",
                        "market-feed",
                        "io.alphapanda.feed.Feed",
                        message,
                        Map.of("instrument", "NSE:TCS"),
                        Optional.empty()));
    }

    @Test
    void linesLieInTheirChannelAsJsonInTheirOrder() {
        logged("one");
        logged("two");

        writer(redis, 100, Instant.now()).write().await().atMost(PATIENCE);

        var read = keys.stream(String.class).xread(KEY, "0", new XReadArgs().count(10)).stream()
                .map(each -> each.payload().get(LogWriter.FIELD))
                .toList();
        assertThat(read)
                .containsExactly(
                        "{\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"INFO\",\"room\":\"market-feed\","
                                + "\"category\":\"io.alphapanda.feed.Feed\",\"message\":\"one\",\"keys\":{\"instrument\":\"NSE:TCS\"}}",
                        "{\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"INFO\",\"room\":\"market-feed\","
                                + "\"category\":\"io.alphapanda.feed.Feed\",\"message\":\"two\",\"keys\":{\"instrument\":\"NSE:TCS\"}}");
    }

    @Test
    void aChannelKeepsAboutAsManyLinesAsItMay() {
        var writer = writer(redis, 100, Instant.now());
        for (int i = 0; i < 1_500; i++) {
            logged("line " + i);
        }
        for (int i = 0; i < 3; i++) {
            writer.write().await().atMost(PATIENCE);
        }

        assertThat(keys.stream(String.class).xlen(KEY)).isBetween(100L, 400L);
    }

    @Test
    void whatIsTooOldIsTakenOut() {
        for (int i = 0; i < 400; i++) {
            logged("line " + i);
        }
        writer(redis, 1_000, Instant.now()).write().await().atMost(PATIENCE);

        writer(redis, 1_000, Instant.now().plus(Duration.ofHours(2)))
                .trim()
                .await()
                .atMost(PATIENCE);

        assertThat(keys.stream(String.class).xlen(KEY)).isLessThan(101);
    }

    @Test
    void aRedisThatIsAwayLosesLinesAndNobodyFails() {
        var away = new Redis(io.vertx.redis.client.Redis.createClient(
                vertx, new RedisOptions().setConnectionString("redis://127.0.0.1:1")));
        var writer = writer(away, 100, Instant.now());
        logged("one");
        logged("two");

        writer.write().await().atMost(PATIENCE);

        assertThat(writer.lost()).isEqualTo(2);
        away.close();
    }
}
