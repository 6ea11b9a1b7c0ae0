package io.alphapanda.stage.testing;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.TestInfrastructure;
import io.alphapanda.topics.TopicPlan;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Kafka with all topics, Redis and PostgreSQL with the ledger's schema, for the tests of one module. Two lanes are
/// active, `paper` and `paper-b`; a test profile may name `zerodha`, `zerodha-2` and `alpaca` as well, whose topics are
/// there.
public final class House implements QuarkusTestResourceLifecycleManager {

    public static final List<Broker> BROKERS = List.of(new Broker("paper"), new Broker("paper-b"));

    /// Lanes that have topics; tests switch the others on.
    private static final List<Broker> ALL_LANES = List.of(
            new Broker("paper"),
            new Broker("paper-b"),
            new Broker("zerodha"),
            new Broker("zerodha-2"),
            new Broker("alpaca"));

    /// Partitions of every topic in tests.
    public static final int PARTITIONS = 4;

    private static final String DATABASE = "panda";

    @Override
    public Map<String, String> start() {
        var infrastructure = TestInfrastructure.shared();
        infrastructure.migrate(DATABASE);
        infrastructure.createTopics(new TopicPlan(PARTITIONS, PARTITIONS, Optional.empty()).topics(ALL_LANES));
        return configuration(infrastructure);
    }

    private static Map<String, String> configuration(Infrastructure infrastructure) {
        var postgres = infrastructure.postgres();
        return Map.of(
                "kafka.bootstrap.servers", infrastructure.kafkaBootstrapServers(),
                "panda.redis.url", infrastructure.redisUri(),
                "panda.database.url", postgres.reactiveUrl(DATABASE),
                "panda.database.user", postgres.user(),
                "panda.database.password", postgres.password(),
                "test.jdbc.url", postgres.jdbcUrl(DATABASE),
                "panda.delivery.answer-within-seconds", "4",
                "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        // The infrastructure ends with the JVM; other test profiles of the module go on using it.
    }
}
