package io.alphapanda.local.check;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.infrastructure.TestInfrastructure;
import io.alphapanda.topics.TopicSpec;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import redis.clients.jedis.Jedis;

/// Real Kafka, Redis and PostgreSQL, emptied for each test.
final class Stores {

    static final List<Broker> BROKERS = List.of(new Broker("paper"), new Broker("paper-b"));

    /// Has topics; not a lane of the house unless a test makes it one.
    static final Broker ZERODHA = new Broker("zerodha");

    private static final String DATABASE = "audit";
    private static final Stores SHARED = new Stores();

    private final AuditTarget target;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Connection ledger;
    private final Jedis redis;

    private Stores() {
        var infrastructure = TestInfrastructure.shared();
        infrastructure.migrate(DATABASE);
        infrastructure.createTopics(topics().stream()
                .map(topic -> new TopicSpec(topic, topic.endsWith(".signals.raw") ? 2 : 1))
                .toList());
        var postgres = infrastructure.postgres();
        target = new AuditTarget(
                postgres.jdbcUrl(DATABASE),
                postgres.user(),
                postgres.password(),
                URI.create(infrastructure.redisUri()),
                infrastructure.kafkaBootstrapServers(),
                BROKERS,
                Optional.empty());
        admin = Admin.create(Map.of("bootstrap.servers", target.kafka()));
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, target.kafka(), ProducerConfig.LINGER_MS_CONFIG, 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        redis = new Jedis(target.redis());
        try {
            ledger = DriverManager.getConnection(target.jdbc(), target.user(), target.password());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Stores emptied() {
        SHARED.empty();
        return SHARED;
    }

    AuditTarget target() {
        return target;
    }

    /// The same stores, as those of the lane at a simulated broker alone.
    AuditTarget targetOfZerodha(Optional<URI> simulator) {
        return new AuditTarget(
                target.jdbc(),
                target.user(),
                target.password(),
                target.redis(),
                target.kafka(),
                List.of(ZERODHA),
                simulator);
    }

    Jedis redis() {
        return redis;
    }

    void sql(String sql, Object... parameters) {
        try (var statement = ledger.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    void publish(TestEvent event) {
        try {
            producer.send(event.record()).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Notes everything on the lanes' topics as taken in, as the sources do after a delivery.
    void consumeAll() {
        for (var broker : List.of(BROKERS.getFirst(), BROKERS.getLast(), ZERODHA)) {
            for (var kind : TopicKind.values()) {
                kind.group(broker).ifPresent(group -> {
                    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
                    ends(List.of(kind.topic(broker)))
                            .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
                    await(admin.alterConsumerGroupOffsets(group, offsets).all());
                });
            }
        }
    }

    private void empty() {
        await(admin.deleteRecords(ends(topics()).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> RecordsToDelete.beforeOffset(entry.getValue()))))
                .all());
        redis.flushAll();
        sql("truncate inbox, outbox, publishers, strategies, risk_lanes, signals, decisions, reservations, orders,"
                + " order_transitions, placements, fills, portfolios, positions, bookings, snapshots, replays,"
                + " alarms");
    }

    private Map<TopicPartition, Long> ends(List<String> topics) {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        await(admin.describeTopics(topics).allTopicNames()).forEach((topic, description) -> description
                .partitions()
                .forEach(each -> wanted.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        await(admin.listOffsets(wanted).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static List<String> topics() {
        var all = new ArrayList<String>();
        for (var topic :
                Topics.house(List.of(AssetClass.values()), List.of(BROKERS.getFirst(), BROKERS.getLast(), ZERODHA))) {
            all.add(topic);
            all.add(Topics.deadLetter(topic));
        }
        return all;
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
