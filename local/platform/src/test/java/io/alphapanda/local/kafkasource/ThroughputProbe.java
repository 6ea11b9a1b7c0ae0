package io.alphapanda.local.kafkasource;

import io.alphapanda.local.Await;
import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.TestInfrastructure;
import io.alphapanda.topics.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// How fast records move to a function that does nothing, function and Kafka in the same JVM. Run by hand; prints one
/// line per case.
final class ThroughputProbe {
    private static final int RECORDS = 20_000;

    private ThroughputProbe() {}

    public static void main(String[] arguments) {
        Infrastructure infrastructure = TestInfrastructure.shared();
        measure(infrastructure, "warm-up", 1, Ordering.ORDERED);
        measure(infrastructure, "ordered-1-partition", 1, Ordering.ORDERED);
        measure(infrastructure, "ordered-3-partitions", 3, Ordering.ORDERED);
        measure(infrastructure, "unordered-3-partitions", 3, Ordering.UNORDERED);
        System.exit(0);
    }

    private static void measure(Infrastructure infrastructure, String name, int partitions, Ordering ordering) {
        infrastructure.createTopics(List.of(new TopicSpec(name, partitions)));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", infrastructure.kafkaBootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int n = 0; n < RECORDS; n++) {
                producer.send(
                        new ProducerRecord<>(name, n % partitions, "key", "{\"price\":\"100.25\",\"n\":" + n + "}"));
            }
        }
        try (FakeFunction function = new FakeFunction();
                KafkaSource source = KafkaSource.start(
                        Specs.of(name, function.address(), Specs.QUICK, ordering, InitialOffset.EARLIEST),
                        infrastructure.kafkaBootstrapServers(),
                        KafkaSourceOptions.defaults())) {
            Await.until("begun", () -> source.stats().delivered() > 0);
            long begun = System.nanoTime();
            long before = source.stats().delivered();
            Await.until("done", () -> source.stats().delivered() == RECORDS);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf("%s: %,d records/s%n", name, (RECORDS - before) * 1_000 / Math.max(1, took.toMillis()));
        }
    }
}
