package io.alphapanda.local.kafkasource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KafkaSourceSpecTest {
    private static final URI SINK = URI.create("http://127.0.0.1:8080/");

    @Test
    void a_wrong_field_is_named_with_its_rule_and_value() {
        refused(() -> spec("Name", List.of("t"), "g", 1, SINK, Map.of()), "name must match", "'Name'");
        refused(() -> spec("n", List.of(), "g", 1, SINK, Map.of()), "topics must name at least one");
        refused(() -> spec("n", List.of("t", "t"), "g", 1, SINK, Map.of()), "must not repeat");
        refused(() -> spec("n", List.of("t"), " ", 1, SINK, Map.of()), "consumerGroup must be set");
        refused(() -> spec("n", List.of("t"), "g", 0, SINK, Map.of()), "consumers must be 1 to 64", "'0'");
        refused(() -> spec("n", List.of("t"), "g", 1, URI.create("fn"), Map.of()), "sink must be an absolute");
        refused(() -> spec("n", List.of("t"), "g", 1, SINK, Map.of("Lane", "x")), "ceOverrides name");
        refused(
                () -> spec("n", List.of("t"), "g", 1, SINK, Map.of("lane", "caf\u00e9")),
                "ceOverrides.lane must be printable");
    }

    @Test
    void a_delivery_out_of_bounds_is_named() {
        refused(() -> delivery(41, Duration.ZERO, Duration.ofSeconds(1)), "delivery.retry", "41");
        refused(() -> delivery(0, Duration.ofSeconds(-1), Duration.ofSeconds(1)), "delivery.backoffDelay");
        refused(() -> delivery(0, Duration.ZERO, Duration.ZERO), "delivery.timeout must be positive");
        refused(() -> new DeadLetterTopic(""), "deadLetterSink needs a topic");
        refused(
                () -> KafkaSourceOptions.defaults().withCommitInterval(Duration.ZERO),
                "commitInterval must be positive");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(parts);
    }

    private static Delivery delivery(int retry, Duration delay, Duration timeout) {
        return new Delivery(retry, BackoffPolicy.LINEAR, delay, timeout, Optional.empty());
    }

    private static KafkaSourceSpec spec(
            String name, List<String> topics, String group, int consumers, URI sink, Map<String, String> overrides) {
        return new KafkaSourceSpec(
                "trading",
                name,
                topics,
                group,
                InitialOffset.EARLIEST,
                Ordering.ORDERED,
                consumers,
                sink,
                new TreeMap<>(overrides),
                Delivery.absent(),
                KeyType.STRING);
    }
}
