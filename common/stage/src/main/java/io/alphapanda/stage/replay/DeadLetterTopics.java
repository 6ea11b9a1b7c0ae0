package io.alphapanda.stage.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads dead-letter topics. It belongs to no consumer group and commits nothing: looking changes nothing.
final class DeadLetterTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /// Longest wait for records that Kafka says are there.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;

    DeadLetterTopics(String kafka) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "enable.auto.commit",
                        "false",
                        "isolation.level",
                        "read_committed",
                        "default.api.timeout.ms",
                        "20000",
                        "max.poll.records",
                        "100"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Hands over every letter of the topic that lies there now, a partition's oldest first; not those that come back
    /// meanwhile.
    ///
    /// @throws ReplayException if Kafka does not answer
    void read(Origin origin, Consumer<DeadLetter> taker) {
        try {
            var infos = Optional.ofNullable(consumer.partitionsFor(origin.deadLetters()))
                    .orElse(List.of());
            for (var info : infos) {
                read(origin, new TopicPartition(info.topic(), info.partition()), taker);
            }
        } catch (KafkaException e) {
            throw new ReplayException(origin.deadLetters() + " can't be read: " + e.getMessage(), e);
        }
    }

    private void read(Origin origin, TopicPartition partition, Consumer<DeadLetter> taker) {
        var one = Set.of(partition);
        long end = consumer.endOffsets(one).get(partition);
        consumer.assign(one);
        consumer.seekToBeginning(one);
        var deadline = Instant.now().plus(PATIENCE);
        while (consumer.position(partition) < end) {
            var records = consumer.poll(POLL);
            for (var record : records) {
                if (record.offset() < end) {
                    taker.accept(LetterReader.read(origin, record));
                }
            }
            deadline = records.isEmpty() ? deadline : Instant.now().plus(PATIENCE);
            if (Instant.now().isAfter(deadline)) {
                throw new ReplayException(partition + " gave no record for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
