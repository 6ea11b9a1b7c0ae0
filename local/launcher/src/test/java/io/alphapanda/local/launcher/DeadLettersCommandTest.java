package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.infrastructure.TestInfrastructure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A house of one lane that runs as far as its stores go.
class DeadLettersCommandTest {

    private static final String BROKER = "lettered";
    private static final String TOPIC = "lettered.pnl.snapshots";
    private static final String OTHER_TOPIC = "lettered.orders.filled";
    private static final String DATABASE = "lettered";
    private static final String SNAPSHOT = """
            {"broker":"lettered","strategy":"momentum","reality":"PAPER","takenAt":"2026-03-05T05:30:00Z",
             "asOf":"2026-03-05T05:30:00Z","version":1,"currencies":["INR"],"startingCash":"100","cash":"100",
             "realizedPnl":"0","fees":"0","pricing":"CURRENT","positions":0,"marks":[]}
            """;

    @TempDir
    private Path home;

    private final StringWriter said = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private Layout layout;

    @BeforeEach
    void begin() throws IOException {
        System.setProperty("panda.home", home.toString());
        layout = Layout.find();
        Files.createDirectories(layout.home());
        var infrastructure = TestInfrastructure.shared();
        infrastructure.migrate(DATABASE);
        // Only its lane's: the shared ones are another test's, with another number of partitions.
        infrastructure.createTopics(Wiring.topics(List.of(new Broker(BROKER))).stream()
                .filter(each -> each.name().startsWith(BROKER + "."))
                .toList());
    }

    @AfterEach
    void end() {
        System.clearProperty("panda.home");
    }

    private void houseOf(long launcher, String started) {
        var infrastructure = TestInfrastructure.shared();
        var postgres = infrastructure.postgres();
        var stores = new Stores(
                infrastructure.kafkaBootstrapServers(),
                infrastructure.redisUri(),
                postgres.jdbcUrl(DATABASE),
                postgres.reactiveUrl(DATABASE),
                postgres.user(),
                postgres.password());
        new RunState(launcher, started, "s", List.of(BROKER), stores.addresses(), Map.of()).write(layout);
    }

    private void runningHouse() {
        var self = ProcessHandle.current();
        houseOf(self.pid(), self.info().startInstant().orElseThrow().toString());
    }

    private int panda(String... arguments) {
        said.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    private static void put(String id, String type, String reason) throws Exception {
        put(TOPIC, id, type, reason, SNAPSHOT.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(String topic, String id, String reason, byte[] data) throws Exception {
        put(topic, id, "io.alphapanda.pnl-snapshot.v1", reason, data);
    }

    private static void put(String topic, String id, String type, String reason, byte[] data) throws Exception {
        var letter = new ProducerRecord<>(topic + ".dlq", "order-1", data);
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", "trading-engine");
        headers.put("ce_time", "2026-03-05T05:30:00Z");
        headers.put("ce_partitionkey", "order-1");
        headers.put("ce_broker", BROKER);
        headers.put("ce_correlationid", "idea");
        headers.put("content-type", "application/json");
        headers.put("ce_knativekafkapartition", "2");
        headers.put("ce_knativekafkaoffset", "7");
        headers.put("deadletter-reason", reason);
        headers.put("deadletter-detail", "tried\u001b[2J long enough");
        headers.put("deadletter-stage", "some-stage");
        letter.headers().add("without-value", null);
        headers.forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", TestInfrastructure.shared().kafkaBootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(letter).get();
        }
    }

    private static long published() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", TestInfrastructure.shared().kafkaBootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(each -> new TopicPartition(TOPIC, each.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    @Test
    void lettersAreListedTriedReplayedOnceAndStayListed() throws Exception {
        runningHouse();
        put("whole", "io.alphapanda.pnl-snapshot.v1", "RETRIES_EXHAUSTED");
        put("strange", "com.acme.order", "TYPE_UNKNOWN");
        long before = published();

        assertThat(panda("dead-letters", "list", "--broker", BROKER, "--topic", TOPIC))
                .isZero();
        assertThat(said.toString())
                .contains(TOPIC + ".dlq\n  0/0 ")
                .contains("Z  RETRIES_EXHAUSTED  pnl-snapshot  " + SNAPSHOT.length() + " bytes, was at 2/7  whole")
                .contains("some-stage: tried?[2J long enough")
                .contains("can go to " + TOPIC + " under the key order-1")
                .contains("stays here: TYPE_UNKNOWN, type 'com.acme.order' is unknown")
                .endsWith("2 dead letters: 1 can be replayed, 0 were, 1 stay\n");

        assertThat(panda("dead-letters", "replay", "--dry-run", "--topic", TOPIC))
                .isEqualTo(3);
        assertThat(said.toString())
                .contains("would go to " + TOPIC)
                .endsWith("1 of 2 dead letters would be replayed, 0 were before, 1 stay\n");
        assertThat(published()).isEqualTo(before);

        assertThat(panda("dead-letters", "replay", "--topic", TOPIC + ".dlq")).isEqualTo(3);
        assertThat(said.toString())
                .contains("gone to " + TOPIC)
                .endsWith("1 of 2 dead letters replayed, 0 were before, 1 stay\n");
        assertThat(published()).isEqualTo(before + 1);

        assertThat(panda("dead-letters", "replay", "--reason", "RETRIES_EXHAUSTED"))
                .isZero();
        assertThat(said.toString()).isEqualTo("0 of 1 dead letters replayed, 1 were before, 0 stay\n");
        assertThat(published()).isEqualTo(before + 1);

        assertThat(panda("dead-letters", "list", "--topic", TOPIC)).isZero();
        assertThat(said.toString())
                .contains("was replayed at ")
                .endsWith("2 dead letters: 0 can be replayed, 1 were, 1 stay\n");
    }

    @Test
    void whatWasDeliveredIsShownWithItsHeadersAndBytes() throws Exception {
        runningHouse();
        put(OTHER_TOPIC, "shown", "HTTP_503", SNAPSHOT.getBytes(StandardCharsets.UTF_8));
        put(OTHER_TOPIC, "bytes", "DATA_MALFORMED", new byte[] {(byte) 0xff, 0, 17});
        put(OTHER_TOPIC, "long", "DATA_MALFORMED", "x".repeat(20_000).getBytes(StandardCharsets.UTF_8));

        assertThat(panda("dlq", "show", "--id", "shown")).isZero();
        assertThat(said.toString())
                .contains("HTTP_503  pnl-snapshot")
                .contains("        ce_id: shown\n", "        without-value: \n")
                .contains("        content-type: application/json\n")
                .doesNotContain("deadletter-reason")
                .contains(SNAPSHOT.lines().map(each -> "        " + each + "\n").collect(Collectors.joining()))
                .contains("1 dead letters: ");

        assertThat(panda("dlq", "show", "--id", "bytes")).isZero();
        assertThat(said.toString()).contains("        ff 00 11\n");

        assertThat(panda("dlq", "show", "--id", "long")).isZero();
        assertThat(said.toString()).contains("        … and 3,616 bytes more\n");
    }

    @Test
    void nothingIsReplayedWhereNoHouseRuns() {
        houseOf(ProcessHandle.current().pid(), "2020-01-01T00:00:00Z");

        assertThat(panda("dead-letters", "replay")).isEqualTo(1);

        assertThat(errors.toString()).startsWith("panda: no house is running, so nobody would take the events in");
    }

    @Test
    void laneTopicAndLimitThatCannotBeAreNamed() {
        runningHouse();

        assertThat(panda("dead-letters", "list", "--broker", "other")).isEqualTo(1);
        assertThat(errors.toString().strip())
                .isEqualTo("panda: --broker other is no lane of this house; its lanes are lettered");
        assertThat(panda("dead-letters", "list", "--topic", "paper.signals.raw"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("--topic paper.signals.raw is no topic of this house");
        assertThat(panda("dead-letters", "show", "--at", "17")).isEqualTo(1);
        assertThat(errors.toString()).contains("--at 17 must be a partition and an offset, such as 0/17");
        assertThat(panda("dead-letters", "replay", "--limit", "0")).isEqualTo(1);
        assertThat(errors.toString()).contains("--limit 0 must be 1 to 100000");
    }
}
