package io.alphapanda.stage.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Reads topics from their beginning.
public final class TopicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private TopicReader() {}

    /// Everything that lies in the topic now and fits.
    public static List<ConsumerRecord<String, byte[]>> all(
            String topic, Predicate<ConsumerRecord<String, byte[]>> fitting) {
        try (var consumer = fromBeginning(topic)) {
            return restOf(consumer).stream().filter(fitting).toList();
        }
    }

    /// Waits until at least `count` fitting records lie in the topic, and returns all of them.
    public static List<ConsumerRecord<String, byte[]>> await(
            String topic, int count, Predicate<ConsumerRecord<String, byte[]>> fitting) {
        var deadline = Instant.now().plus(PATIENCE);
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = fromBeginning(topic)) {
            while (true) {
                restOf(consumer).stream().filter(fitting).forEach(found::add);
                if (found.size() >= count) {
                    return found;
                }
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError(topic + " holds " + found.size() + " fitting records after " + PATIENCE
                            + ", expected at least " + count);
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }
    }

    /// What the consumer has not read yet of what lies in its partitions now.
    private static List<ConsumerRecord<String, byte[]>> restOf(KafkaConsumer<String, byte[]> consumer) {
        var ends = consumer.endOffsets(consumer.assignment());
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(found::add);
        }
        return found;
    }

    private static KafkaConsumer<String, byte[]> fromBeginning(String topic) {
        var consumer = consumer();
        var partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /// A header's text; empty where it is missing.
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "enable.auto.commit",
                        "false",
                        "fetch.max.bytes",
                        "20000000",
                        "fetch.max.wait.ms",
                        "10"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
