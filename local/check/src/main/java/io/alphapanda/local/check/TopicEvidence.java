package io.alphapanda.local.check;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads from their beginning the lanes' topics into `topic_record` and the control topic into `control_record`, and
/// counts dead letters.
final class TopicEvidence implements AutoCloseable {

    private static final int COLUMNS = 25;
    private static final int BATCH = 1_000;
    private static final Duration POLL = Duration.ofMillis(200);

    /// Longest wait for records that Kafka says are there.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AuditTarget target;
    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicEvidence(AuditTarget target) {
        this.target = target;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", target.kafka(), "enable.auto.commit", "false", "max.poll.records", "2000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Up to where the records of each partition have been taken in.
    Map<TopicPartition, Long> consumed() {
        var consumed = new HashMap<TopicPartition, Long>();
        try (var admin = Admin.create(Map.of("bootstrap.servers", target.kafka()))) {
            for (var broker : target.brokers()) {
                for (var kind : TopicKind.values()) {
                    var group = kind.group(broker);
                    if (group.isPresent()) {
                        admin.listConsumerGroupOffsets(group.get())
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .forEach((partition, offset) -> {
                                    if (offset != null) {
                                        consumed.put(partition, offset.offset());
                                    }
                                });
                    }
                }
            }
            return consumed;
        } catch (ExecutionException e) {
            throw new AuditException("Kafka does not answer: " + e.getCause().getMessage(), e);
        } catch (KafkaException e) {
            throw new AuditException("Kafka does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditException("the audit was interrupted", e);
        }
    }

    /// @param consumed see [#consumed()]
    /// @param snapshot what was published before it, the ledger knows
    void gather(Evidence evidence, Map<TopicPartition, Long> consumed, Instant snapshot) throws SQLException {
        try (var insert = evidence.insert("topic_record", COLUMNS)) {
            read(consumed, snapshot, insert);
        } catch (KafkaException e) {
            throw new AuditException("the topics can't be read: " + e.getMessage(), e);
        }
        try (var insert = evidence.insert("control_record", 3)) {
            readControl(insert);
        } catch (KafkaException e) {
            throw new AuditException("the control topic can't be read: " + e.getMessage(), e);
        }
        try (var insert = evidence.insert("dead_letters", 3)) {
            for (var broker : target.brokers()) {
                countDeadLetters(insert, broker.name(), Topics.lane(broker));
            }
            var shared = new ArrayList<>(
                    List.of(AssetClass.values()).stream().map(Topics::ticks).toList());
            shared.add(Topics.TRADING_STATE);
            countDeadLetters(insert, "house", shared);
            insert.executeBatch();
        }
    }

    /// A lane's topic.
    private record Place(Broker broker, TopicKind kind) {}

    private Map<TopicPartition, Place> places() {
        var places = new HashMap<TopicPartition, Place>();
        for (var broker : target.brokers()) {
            for (var kind : TopicKind.values()) {
                partitions(kind.topic(broker)).forEach(each -> places.put(each, new Place(broker, kind)));
            }
        }
        return places;
    }

    private void read(Map<TopicPartition, Long> consumed, Instant snapshot, PreparedStatement insert)
            throws SQLException {
        var places = places();
        readAll(places.keySet(), insert, record -> {
            var partition = new TopicPartition(record.topic(), record.partition());
            bind(
                    insert,
                    places.get(partition),
                    record,
                    record.offset() < consumed.getOrDefault(partition, 0L),
                    record.timestamp() < snapshot.toEpochMilli());
        });
    }

    /// What every lane is told alike is no lane's topic: only whether it lies there is asked.
    private void readControl(PreparedStatement insert) throws SQLException {
        readAll(Set.copyOf(partitions(Topics.TRADING_STATE)), insert, record -> {
            insert.setString(1, record.topic());
            insert.setString(2, RecordReader.attribute(record, "id"));
            insert.setString(3, record.value() == null ? null : RecordReader.md5(record.value()));
        });
    }

    /// A record as a row.
    private interface Row {
        void bind(ConsumerRecord<byte[], byte[]> record) throws SQLException;
    }

    /// Reads all of them side by side, each to where it ends now.
    private void readAll(Set<TopicPartition> partitions, PreparedStatement insert, Row row) throws SQLException {
        var ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var unread = new HashSet<>(partitions);
        var deadline = Instant.now().plus(PATIENCE);
        int pending = 0;
        while (!unread.isEmpty()) {
            var records = consumer.poll(POLL);
            for (var record : records) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    row.bind(record);
                    insert.addBatch();
                    pending++;
                }
            }
            if (pending >= BATCH) {
                insert.executeBatch();
                pending = 0;
            }
            var read = unread.stream()
                    .filter(each -> consumer.position(each) >= ends.get(each))
                    .toList();
            consumer.pause(read);
            read.forEach(unread::remove);
            deadline = records.isEmpty() ? deadline : Instant.now().plus(PATIENCE);
            if (!unread.isEmpty() && Instant.now().isAfter(deadline)) {
                throw new KafkaException(unread + " gave no record for " + PATIENCE.toSeconds() + " s");
            }
        }
        insert.executeBatch();
    }

    private static void bind(
            PreparedStatement insert,
            Place place,
            ConsumerRecord<byte[], byte[]> record,
            boolean consumed,
            boolean known)
            throws SQLException {
        var read = RecordReader.read(place.kind(), record);
        int at = 1;
        insert.setString(at++, place.broker().name());
        insert.setString(at++, place.kind().name());
        insert.setString(at++, record.topic());
        insert.setString(at++, record.partition() + "/" + record.offset());
        insert.setString(at++, read.id());
        insert.setString(at++, read.type());
        insert.setString(at++, read.broker());
        insert.setString(at++, read.dataBroker());
        insert.setString(at++, read.fingerprint());
        insert.setString(at++, read.dataMd5());
        insert.setBoolean(at++, consumed);
        insert.setBoolean(at++, known);
        insert.setString(at++, read.trouble());
        insert.setString(at++, read.signalId());
        insert.setString(at++, read.orderId());
        insert.setString(at++, read.status());
        insert.setObject(at++, read.version());
        insert.setString(at++, read.fillId());
        insert.setString(at++, read.strategy());
        insert.setString(at++, read.instrument());
        insert.setString(at++, read.side());
        insert.setBigDecimal(at++, read.quantity());
        insert.setBigDecimal(at++, read.price());
        insert.setBigDecimal(at++, read.fees());
        insert.setObject(at, read.sequence());
    }

    private void countDeadLetters(PreparedStatement insert, String lane, List<String> topics) throws SQLException {
        for (var topic : topics) {
            var dead = Topics.deadLetter(topic);
            var partitions = partitions(dead);
            var begins = consumer.beginningOffsets(partitions);
            long records = consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue() - begins.get(end.getKey()))
                    .sum();
            insert.setString(1, lane);
            insert.setString(2, dead);
            insert.setLong(3, records);
            insert.addBatch();
        }
    }

    /// Empty for a topic that does not exist.
    private List<TopicPartition> partitions(String topic) {
        return Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
