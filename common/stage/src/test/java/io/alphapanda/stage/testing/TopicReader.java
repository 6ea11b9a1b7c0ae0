package io.alphapanda.stage.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private TopicReader() {}

    /// Everything that lies in the topic now and fits.
    public static List<ConsumerRecord<String, byte[]>> all(
            String topic, Predicate<ConsumerRecord<String, byte[]>> fitting) {
        try (var consumer = consumer()) {
            var all = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            var ends = consumer.endOffsets(all);
            var partitions = all.stream().filter(each -> ends.get(each) > 0).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(50)).forEach(found::add);
            }
            return found.stream().filter(fitting).toList();
        }
    }

    /// Waits until at least `count` fitting records lie in the topic, and returns all of them.
    public static List<ConsumerRecord<String, byte[]>> await(
            String topic, int count, Predicate<ConsumerRecord<String, byte[]>> fitting) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var found = all(topic, fitting);
            if (found.size() >= count) {
                return found;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(topic + " holds " + found.size() + " fitting records after " + PATIENCE
                        + ", expected at least " + count);
            }
        }
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
