package io.alphapanda.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.Await;
import io.alphapanda.local.infrastructure.InfrastructureOptions.Kafka;
import io.alphapanda.topics.TopicSpec;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What experiments do to the servers.
class FaultsTest {

    private static final TopicSpec TOPIC = new TopicSpec("kept.events", 1);

    @Test
    void serversThatAreKilledOrTakenAwayAreBackWithTheirDataAndRedisThatIsRolledBackWithOlder(@TempDir Path data)
            throws Exception {
        var options =
                new InfrastructureOptions(data, Ports.FREE, InfrastructureOptions.Outlives.PROCESSES).with(Kafka.APART);
        ProcessHandle kafka;
        try (Infrastructure house = Infrastructure.start(options)) {
            house.createTopics(List.of(TOPIC));
            send(house, "yes");
            kafka = house.kafkaProcess().orElseThrow();
            house.takeKafkaAway(Duration.ofMillis(300));
            assertThat(Liveness.runs(kafka)).isFalse();
            kafka = house.kafkaProcess().orElseThrow();
            assertThat(read(house)).isEqualTo("yes");

            RedisProbe.ask(house.redisUri(), "SET kept earlier");
            Thread writer = Thread.ofVirtual().start(() -> house.rollRedisBack(Duration.ofMillis(600)));
            Await.until(
                    "the copy was made",
                    () -> data.resolve("redis/earlier.aof").toFile().length() > 0);
            RedisProbe.ask(house.redisUri(), "SET kept later");
            writer.join();
            assertThat(RedisProbe.ask(house.redisUri(), "GET kept")).isEqualTo("earlier");

            long began = System.nanoTime();
            house.takePostgresAway(Duration.ofMillis(700));
            assertThat(System.nanoTime() - began).isGreaterThan(700_000_000L);
            assertThat(answer(house)).isEqualTo("1");
        }
        assertThat(Liveness.runs(kafka)).as("ended with its owner").isFalse();
    }

    private static void send(Infrastructure house, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", house.kafkaBootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.name(), 0, "key", value)).get();
        }
    }

    private static String read(Infrastructure house) {
        Map<String, Object> settings = Map.of("bootstrap.servers", house.kafkaBootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private static String answer(Infrastructure house) throws SQLException {
        var address = house.postgres();
        try (var connection =
                        DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), address.password());
                var result = connection.createStatement().executeQuery("select 1")) {
            result.next();
            return result.getString(1);
        }
    }
}
