package io.alphapanda.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.InfrastructureOptions;
import io.alphapanda.local.infrastructure.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged application on an empty cluster.
class BootstrapIT {

    private static final String DATABASE = "panda";
    private static final int MANY = 3;

    private Infrastructure infrastructure;
    private PackagedBootstrap bootstrap;

    @BeforeEach
    void start(@TempDir Path data) {
        infrastructure = Infrastructure.start(new InfrastructureOptions(data, Ports.FREE));
        infrastructure.createDatabase(DATABASE);
        bootstrap = new PackagedBootstrap(infrastructure, DATABASE);
    }

    @AfterEach
    void end() {
        infrastructure.close();
    }

    @Test
    void anEmptyClusterIsMadeReadyAndASecondRunChangesNothing() throws Exception {
        var first = bootstrap.start(Map.of()).await();
        assertThat(first.exit()).as(first.output()).isZero();
        assertThat(first.number("ledger: (\\d+) migrations")).isPositive();
        assertThat(first.output()).contains("topics: 42 created, 0 were there, for brokers paper, paper-b");
        assertThat(topics()).contains("market.equity.ticks", "paper.signals.raw", "paper-b.orders.filled.dlq");
        assertThat(setting("market.equity.ticks", "retention.ms")).isEqualTo("604800000");
        assertThat(setting("paper.signals.raw", "retention.ms")).isEqualTo("2592000000");
        assertThat(setting("paper.signals.raw.dlq", "max.message.bytes")).isEqualTo("16777216");

        var second = bootstrap.start(Map.of()).await();
        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(second.output()).contains("ledger: 0 migrations").contains("topics: 0 created, 42 were there");
    }

    @Test
    void manyAtOnceMakeOneHouse() throws Exception {
        var runs = new ArrayList<PackagedBootstrap.Run>();
        for (int i = 0; i < MANY; i++) {
            runs.add(bootstrap.start(Map.of()));
        }
        var results = new ArrayList<PackagedBootstrap.Result>();
        for (var run : runs) {
            results.add(run.await());
        }
        assertThat(results)
                .allSatisfy(each -> assertThat(each.exit()).as(each.output()).isZero());
        // The lock is held for one migration at a time, so they may share them.
        assertThat(results.stream()
                        .mapToInt(each -> each.number("ledger: (\\d+) migrations"))
                        .sum())
                .isEqualTo(results.getFirst().number("at version (\\d+)"));
        assertThat(results.stream()
                        .mapToInt(each -> each.number("topics: (\\d+) created"))
                        .sum())
                .isEqualTo(42);
    }

    @Test
    void aPersonReadsWhatIsWrongWithEveryStepAndHowToPutItRight() throws Exception {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic("alpaca.orders.ack", Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
        var result = bootstrap
                .start(Map.of(
                        "PANDA_DATABASE_URL", "postgresql://127.0.0.1:9/panda",
                        "ACTIVE_BROKERS", "alpaca",
                        "PANDA_TOPICS_LANE_PARTITIONS", "2"))
                .await();
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains("ledger at postgresql://127.0.0.1:9/panda (panda.database.url)", "refused")
                .contains("alpaca.orders.ack has 3 partitions, 2 are configured")
                .contains("panda.topics.lane-partitions")
                .doesNotContain("\tat ");
        assertThat(topics()).contains("alpaca.signals.raw", "alpaca.orders.ack.dlq");
    }

    @Test
    void moreCopiesThanBrokersAreRefusedInWords() throws IOException {
        var result = bootstrap.start(Map.of("PANDA_TOPICS_REPLICATION", "3")).await();
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("Ask for fewer copies, or start more brokers");
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", infrastructure.kafkaBootstrapServers()));
    }

    private Set<String> topics() throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private String setting(String topic, String key) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = admin()) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(key)
                    .value();
        }
    }
}
