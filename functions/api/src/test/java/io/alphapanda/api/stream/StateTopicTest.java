package io.alphapanda.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.stage.testing.Await;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StateTopicTest {

    private static final int BOUND = 1024 * 1024;

    private static Vertx vertx;

    private final AtomicInteger looks = new AtomicInteger();
    private final Map<String, byte[]> state = new ConcurrentHashMap<>();
    private volatile boolean away;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private StateTopic topic(Duration every) {
        Watch watch = new Watch() {
            @Override
            public StreamTopic topic() {
                return StreamTopic.PRICES;
            }

            @Override
            public Duration every() {
                return every;
            }

            @Override
            public Uni<Map<String, byte[]>> look() {
                return away
                        ? Uni.createFrom().failure(new IllegalStateException("away"))
                        : Uni.createFrom().item(Map.copyOf(state));
            }
        };
        return new StateTopic(vertx, watch, new StreamJson(new ObjectMapper()), looks::incrementAndGet);
    }

    private void is(String key, String json) {
        state.put(key, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void join(StateTopic topic, ServedClient served) {
        topic.join(served.client, OptionalLong.empty());
    }

    @Test
    void manyClientsCostOneLookAndWhoComesLaterIsToldThePresentStateWithoutAnother() throws IOException {
        is("a", "{\"a\":1}");
        var topic = topic(Duration.ofDays(1));
        try (var one = ServedClient.connect(vertx, BOUND);
                var two = ServedClient.connect(vertx, BOUND);
                var three = ServedClient.connect(vertx, BOUND)) {
            join(topic, one);
            join(topic, two);
            one.await("event: prices\ndata: {\"items\":[{\"a\":1}]}\n\n");
            two.await("{\"a\":1}");

            join(topic, three);

            three.await("event: prices\ndata: {\"items\":[{\"a\":1}]}\n\n");
            assertThat(looks).hasValue(1);
        }
    }

    @Test
    void onlyWhatChangesIsTold() throws IOException {
        is("a", "{\"a\":1}");
        is("b", "{\"b\":1}");
        var topic = topic(Duration.ofMillis(5));
        try (var served = ServedClient.connect(vertx, BOUND)) {
            join(topic, served);
            served.await("{\"b\":1}");

            is("b", "{\"b\":2}");

            served.await("data: {\"items\":[{\"b\":2}]}\n\n");
            topic.leave(served.client);
        }
    }

    @Test
    void nobodyListensNobodyLooks() throws IOException {
        var topic = topic(Duration.ofMillis(5));
        try (var served = ServedClient.connect(vertx, BOUND);
                var later = ServedClient.connect(vertx, BOUND)) {
            join(topic, served);
            Await.until("some looks", () -> looks.get() > 2);
            topic.leave(served.client);
            int before = looks.get();
            // Of another topic, whose looks come just as often: time enough for this one's.
            var other = topic(Duration.ofMillis(5));
            looks.set(0);
            join(other, later);
            Await.until("the other's looks", () -> looks.get() > 20);
            other.leave(later.client);

            assertThat(before).isPositive();
            is("a", "{\"a\":1}");
            join(topic, served);
            served.await("{\"a\":1}");
            topic.leave(served.client);
        }
    }

    @Test
    void aSourceThatIsAwayIsToldOnceAndAgainWhenItIsBack() throws IOException {
        away = true;
        var topic = topic(Duration.ofMillis(5));
        try (var served = ServedClient.connect(vertx, BOUND)) {
            join(topic, served);
            served.await("event: trouble\ndata: {\"topic\":\"prices\"}\n\n");
            Await.until("it was looked again", () -> looks.get() > 5);

            away = false;

            served.await("event: recovered\ndata: {\"topic\":\"prices\"}\n\n");
            assertThat(served.read().split("event: trouble", -1)).hasSize(2);
            topic.leave(served.client);
        }
    }
}
