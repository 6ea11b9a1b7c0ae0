package io.alphapanda.feed.publish;

import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.feed.batch.ShardTail;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.trouble.TransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/// How far a stream has come, read from the end of each partition of its topic. The topic is the only place that
/// knows: whatever was acknowledged is there, whatever is not there was not.
public final class TopicTails {

    /// @param shards  in their order
    /// @param epoch   the newest that lies there, 0 if none
    public record Tails(List<ShardTail> shards, long epoch) {}

    private static final Logger LOG = Logger.getLogger(TopicTails.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);

    /// How far back a readable batch is looked for; one that can't be read was not written by a feed.
    private static final int LOOK_BACK = 16;

    private final String bootstrapServers;
    private final EventCodec codec;

    public TopicTails(String bootstrapServers, EventCodec codec) {
        this.bootstrapServers = bootstrapServers;
        this.codec = codec;
    }

    /// @throws ConfigurationException if the topic has another number of partitions
    /// @throws TransientException     if it does not exist or does not answer
    public Tails read(String topic, StreamId stream, int shards) {
        try (var consumer = consumer()) {
            requirePartitions(consumer, topic, shards);
            var partitions = IntStream.range(0, shards)
                    .mapToObj(each -> new TopicPartition(topic, each))
                    .toList();
            var ends = ends(consumer, partitions);
            var tails = new ArrayList<ShardTail>();
            long epoch = 0;
            for (var partition : partitions) {
                var last = last(ends.get(partition), partition);
                epoch = Math.max(
                        epoch, last.map(each -> each.sequence().epoch()).orElse(0L));
                tails.add(last.filter(each -> each.stream().equals(stream))
                        .map(TopicTails::tail)
                        .orElseGet(ShardTail.Fresh::new));
            }
            return new Tails(List.copyOf(tails), epoch);
        }
    }

    private static ShardTail tail(TickBatch batch) {
        return batch.last()
                ? new ShardTail.Closed(batch.sequence().n())
                : new ShardTail.Behind(
                        batch.sequence().n(), batch.ticks().getLast().position());
    }

    private static void requirePartitions(KafkaConsumer<String, byte[]> consumer, String topic, int shards) {
        var present = consumer.listTopics(ANSWER_WITHIN).get(topic);
        if (present == null) {
            throw new TransientException(
                    "topic " + topic + " does not exist yet; create it with " + shards + " partitions");
        }
        if (present.size() != shards) {
            throw new ConfigurationException("panda.feed.shards " + shards + " must equal the number of partitions of "
                    + topic + ", which is " + present.size() + "; set panda.feed.shards=" + present.size());
        }
    }

    /// The last records of every partition.
    private static Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> ends(
            KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        var begins = consumer.beginningOffsets(partitions, ANSWER_WITHIN);
        var ends = consumer.endOffsets(partitions, ANSWER_WITHIN);
        consumer.assign(partitions);
        var found = new java.util.HashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        for (var partition : partitions) {
            found.put(partition, new ArrayList<>());
            consumer.seek(partition, Math.max(begins.get(partition), ends.get(partition) - LOOK_BACK));
        }
        long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
        while (partitions.stream().anyMatch(each -> consumer.position(each, ANSWER_WITHIN) < ends.get(each))) {
            consumer.poll(POLL).forEach(record -> found.get(new TopicPartition(record.topic(), record.partition()))
                    .add(record));
            if (System.nanoTime() > deadline) {
                throw new TransientException(
                        "the end of " + partitions.getFirst().topic() + " could not be read within " + ANSWER_WITHIN);
            }
        }
        return found;
    }

    /// The last batch that can be read; of those of its stream the newest, should a publisher that lost its lease have
    /// had the last word.
    private Optional<TickBatch> last(List<ConsumerRecord<String, byte[]>> records, TopicPartition partition) {
        Optional<TickBatch> last = Optional.empty();
        for (var record : records.reversed()) {
            var batch = batch(record);
            if (last.isEmpty()) {
                last = batch;
            } else if (batch.isPresent() && isNewerOfSameStream(batch.get(), last.get())) {
                last = batch;
            }
        }
        if (last.isEmpty() && !records.isEmpty()) {
            throw new IllegalStateException("none of the last " + records.size() + " records of " + partition
                    + " is a batch of ticks; where the stream stands can't be told. Empty the topic or name another");
        }
        return last;
    }

    private static boolean isNewerOfSameStream(TickBatch batch, TickBatch than) {
        BatchSequence sequence = batch.sequence();
        return batch.stream().equals(than.stream()) && sequence.compareTo(than.sequence()) > 0;
    }

    private Optional<TickBatch> batch(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(codec.decode(record.value(), TickBatch.class));
        } catch (MalformedEventException e) {
            LOG.warnf(
                    "a record is no batch of ticks: topic=%s partition=%d offset=%d reason=%s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "alpha-panda.feed-tails",
                        "enable.auto.commit",
                        "false",
                        "allow.auto.create.topics",
                        "false",
                        "default.api.timeout.ms",
                        "10000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
