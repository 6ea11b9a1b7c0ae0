package io.alphapanda.local.launcher;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.check.AuditTarget;
import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.stage.replay.ReplayTarget;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the stores of a house are reached.
///
/// @param kafka    bootstrap servers
/// @param redis    `redis://…`
/// @param jdbc     JDBC URL of the ledger
/// @param reactive the same for the functions
/// @param user     of the ledger
/// @param password of the ledger
record Stores(String kafka, String redis, String jdbc, String reactive, String user, String password) {

    static final String DATABASE = "panda";

    static Stores of(Infrastructure infrastructure) {
        var postgres = infrastructure.postgres();
        return new Stores(
                infrastructure.kafkaBootstrapServers(),
                infrastructure.redisUri(),
                postgres.jdbcUrl(DATABASE),
                postgres.reactiveUrl(DATABASE),
                postgres.user(),
                postgres.password());
    }

    static Stores of(RunState state) {
        return new Stores(
                state.address("kafka"),
                state.address("redis"),
                state.address("jdbc"),
                state.address("database"),
                state.address("database-user"),
                state.address("database-password"));
    }

    Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("kafka", kafka);
        addresses.put("redis", redis);
        addresses.put("jdbc", jdbc);
        addresses.put("database", reactive);
        addresses.put("database-user", user);
        addresses.put("database-password", password);
        return addresses;
    }

    Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka,
                "PANDA_REDIS_URL", redis,
                "PANDA_DATABASE_URL", reactive,
                "PANDA_DATABASE_USER", user,
                "PANDA_DATABASE_PASSWORD", password);
    }

    ReplayTarget replayTarget(List<String> brokers) {
        return new ReplayTarget(
                kafka, jdbc, user, password, brokers.stream().map(Broker::new).toList(), RoomPlan.LANE_STAGES);
    }

    /// @param simulator the Kite simulator's address, if it runs
    AuditTarget auditTarget(List<String> brokers, Optional<URI> simulator) {
        return new AuditTarget(
                jdbc,
                user,
                password,
                URI.create(redis),
                kafka,
                brokers.stream().map(Broker::new).toList(),
                simulator);
    }
}
