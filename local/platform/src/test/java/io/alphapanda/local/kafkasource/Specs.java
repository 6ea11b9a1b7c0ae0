package io.alphapanda.local.kafkasource;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Specifications tests vary one thing of.
final class Specs {
    static final Delivery QUICK =
            new Delivery(2, BackoffPolicy.LINEAR, Duration.ofMillis(1), Duration.ofSeconds(5), Optional.empty());

    private Specs() {}

    static KafkaSourceSpec ordered(String topic, URI sink, Delivery delivery) {
        return of(topic, sink, delivery, Ordering.ORDERED, InitialOffset.EARLIEST);
    }

    static KafkaSourceSpec of(
            String topic, URI sink, Delivery delivery, Ordering ordering, InitialOffset initialOffset) {
        return new KafkaSourceSpec(
                "trading",
                topic.replace('.', '-'),
                List.of(topic),
                "group-" + topic,
                initialOffset,
                ordering,
                1,
                sink,
                new TreeMap<>(Map.of("lane", "paper")),
                delivery,
                KeyType.STRING);
    }
}
