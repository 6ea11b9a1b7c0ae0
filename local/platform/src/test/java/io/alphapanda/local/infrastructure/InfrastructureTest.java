package io.alphapanda.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.local.Await;
import io.alphapanda.topics.TopicSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureTest {
    private static final TopicSpec TOPIC = new TopicSpec("kept.events", 2, Map.of("retention.ms", "-1"));

    @Test
    void data_of_all_three_servers_survives_a_restart_and_the_kill_of_its_owner(@TempDir Path data) throws Exception {
        Process owner = ownerInItsOwnJvm(data);
        List<ProcessHandle> orphans = killOwner(owner);

        ProcessHandle redis;
        ProcessHandle postgres;
        try (Infrastructure first = Infrastructure.start(new InfrastructureOptions(data, Ports.FREE))) {
            assertThat(orphans).as("servers of the killed owner").noneMatch(Liveness::runs);
            write(first);
            redis = first.redisProcess();
            postgres = first.postgresProcess();
        }
        assertThat(Liveness.runs(redis)).isFalse();
        assertThat(Liveness.runs(postgres)).isFalse();

        try (Infrastructure second = Infrastructure.start(new InfrastructureOptions(data, Ports.FREE))) {
            second.createTopics(List.of(TOPIC));
            second.createDatabase("ledger");
            assertThat(RedisProbe.ask(second.redisUri(), "GET kept")).isEqualTo("yes");
            assertThat(readRow(second)).isEqualTo("yes");
            assertThat(readRecord(second)).contains("yes");

            second.takeKafkaAway(Duration.ofMillis(50));
            assertThat(readRecord(second)).as("Kafka is back where it was").contains("yes");
        }
    }

    @Test
    void servers_of_a_killed_owner_are_ended_when_asked_and_named_and_those_of_a_living_one_never(@TempDir Path data)
            throws Exception {
        List<ProcessHandle> orphans = killOwner(ownerInItsOwnJvm(data));

        try (DataDirectoryLock _ = DataDirectoryLock.acquire(data)) {
            assertThatThrownBy(() -> Infrastructure.endLeftovers(data)).hasMessageContaining("is in use by process");
            assertThat(orphans).allMatch(Liveness::runs);
        }
        assertThat(Infrastructure.endLeftovers(data))
                .containsOnly(
                        Map.entry("redis", orphans.getFirst().pid()),
                        Map.entry("postgres", orphans.getLast().pid()));
        assertThat(orphans).noneMatch(Liveness::runs);
        assertThat(Infrastructure.endLeftovers(data)).isEmpty();
    }

    @Test
    void killed_servers_come_back_on_the_same_port_with_their_data() throws Exception {
        Infrastructure shared = TestInfrastructure.shared();
        shared.createDatabase("killed");
        sql(shared, "killed", "create table if not exists kept (value text)");
        sql(shared, "killed", "insert into kept values ('yes')");
        RedisProbe.ask(shared.redisUri(), "SET kept yes");
        long redis = shared.redisProcess().pid();
        long postgres = shared.postgresProcess().pid();

        assertThat(ProcessHandle.of(redis).orElseThrow().destroyForcibly()).isTrue();
        assertThat(ProcessHandle.of(postgres).orElseThrow().destroyForcibly()).isTrue();

        Await.until("Redis answers again", () -> "yes".equals(RedisProbe.ask(shared.redisUri(), "GET kept")));
        Await.until("PostgreSQL answers again", () -> "yes".equals(query(shared, "killed", "select value from kept")));
        Await.until(
                "both have new processes",
                () -> shared.redisProcess().pid() != redis
                        && shared.postgresProcess().pid() != postgres);
    }

    @Test
    void a_second_owner_of_the_data_directory_is_refused(@TempDir Path data) {
        try (DataDirectoryLock _ = DataDirectoryLock.acquire(data)) {
            assertThatThrownBy(() -> Infrastructure.start(new InfrastructureOptions(data, Ports.FREE)))
                    .isInstanceOf(InfrastructureException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_taken_port_is_named_with_its_option(@TempDir Path data) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Infrastructure.start(new InfrastructureOptions(data, new Ports(0, port, 0))))
                    .isInstanceOf(InfrastructureException.class)
                    .hasMessageContaining("port " + port + " is already taken")
                    .hasMessageContaining("ports.redis");
        }
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(data)) {
            assertThat(lock).as("the lock of the failed start was released").isNotNull();
        }
    }

    @Test
    void topics_are_created_once_and_a_changed_number_of_partitions_is_refused() {
        Infrastructure shared = TestInfrastructure.shared();
        shared.createTopics(List.of(new TopicSpec("shape", 2)));
        shared.createTopics(List.of(new TopicSpec("shape", 2, Map.of("max.message.bytes", "2000000"))));

        assertThatThrownBy(() -> shared.createTopics(List.of(new TopicSpec("shape", 3))))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("topic shape has 2 partitions but 3 are configured");
    }

    @Test
    void a_database_is_migrated_also_when_there_is_nothing_to_migrate() throws SQLException {
        Infrastructure shared = TestInfrastructure.shared();
        shared.migrate("migrated");
        shared.migrate("migrated");
        assertThat(query(shared, "migrated", "select current_database()")).isEqualTo("migrated");
    }

    @Test
    void options_name_what_is_wrong() {
        assertThatThrownBy(() -> new Ports(70_000, 0, 0))
                .hasMessageContaining("ports.kafka")
                .hasMessageContaining("70000");
        assertThatThrownBy(() -> new Ports(1, 1, 0)).hasMessageContaining("must differ");
        assertThatThrownBy(() -> new TopicSpec("a b", 1)).hasMessageContaining("'a b'");
        assertThatThrownBy(() -> new TopicSpec("a", 0)).hasMessageContaining("partitions of topic a");
        assertThatThrownBy(() -> TestInfrastructure.shared().createDatabase("x; drop"))
                .hasMessageContaining("database name");
    }

    private static Process ownerInItsOwnJvm(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledOwner.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static List<ProcessHandle> killOwner(Process owner) throws IOException {
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = owner.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("started ")) {
                    String[] words = line.split(" ");
                    List<ProcessHandle> servers = List.of(
                            ProcessHandle.of(Long.parseLong(words[1])).orElseThrow(),
                            ProcessHandle.of(Long.parseLong(words[2])).orElseThrow());
                    owner.destroyForcibly();
                    owner.onExit().join();
                    assertThat(servers).as("servers outlive their killed owner").allMatch(Liveness::runs);
                    return servers;
                }
                said.append(line).append('\n');
            }
            throw new AssertionError("the owner did not start; it said:\n" + said);
        }
    }

    private static void write(Infrastructure infrastructure) throws Exception {
        RedisProbe.ask(infrastructure.redisUri(), "SET kept yes");
        infrastructure.createDatabase("ledger");
        sql(infrastructure, "ledger", "create table kept (value text)");
        sql(infrastructure, "ledger", "insert into kept values ('yes')");
        infrastructure.createTopics(List.of(TOPIC));
        Map<String, Object> settings = Map.of("bootstrap.servers", infrastructure.kafkaBootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.name(), 1, "key", "yes")).get();
        }
    }

    private static Optional<String> readRecord(Infrastructure infrastructure) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", infrastructure.kafkaBootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC.name(), 1);
            consumer.assign(Set.of(partition));
            for (int polls = 0; polls < 100; polls++) {
                var records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    return Optional.of(records.iterator().next().value());
                }
            }
            return Optional.empty();
        }
    }

    private static String readRow(Infrastructure infrastructure) throws SQLException {
        return query(infrastructure, "ledger", "select value from kept");
    }

    private static String query(Infrastructure infrastructure, String database, String sql) throws SQLException {
        try (Connection connection = connect(infrastructure, database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "(no row)";
        }
    }

    private static void sql(Infrastructure infrastructure, String database, String sql) throws SQLException {
        try (Connection connection = connect(infrastructure, database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(Infrastructure infrastructure, String database) throws SQLException {
        PostgresAddress address = infrastructure.postgres();
        return DriverManager.getConnection(address.jdbcUrl(database), address.user(), address.password());
    }
}
