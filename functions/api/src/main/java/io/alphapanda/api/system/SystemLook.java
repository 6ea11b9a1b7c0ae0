package io.alphapanda.api.system;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.redis.RedisInfo;
import io.alphapanda.stage.watch.Vitals;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Looks at this process and its stores.
@Singleton
final class SystemLook {

    private static final String DATABASE = """
            select current_setting('server_version'),
                (select coalesce(max(cast(version as int)), 0) from flyway_schema_history where version is not null and success),
                pg_database_size(current_database())""";

    private static final String TABLES = """
            select relname, pg_total_relation_size(relid), n_live_tup from pg_stat_user_tables
            order by 2 desc, 1 limit 10""";

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;
    private final RedisInfo redis;
    private final Clock clock;
    private final String version;
    private final Instant startedAt;

    SystemLook(
            ActiveBrokers brokers,
            LedgerSnapshot snapshot,
            RedisInfo redis,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.brokers = brokers;
        this.snapshot = snapshot;
        this.redis = redis;
        this.clock = clock;
        this.version = version;
        this.startedAt = clock.instant();
    }

    Uni<SystemInfo> look() {
        return snapshot.read(SystemLook::database).chain(database -> redis.read()
                .map(info -> new SystemInfo(
                        version,
                        Runtime.version().toString(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        startedAt,
                        Duration.between(startedAt, clock.instant()).toSeconds(),
                        brokers.names(),
                        Vitals.memory(),
                        Vitals.disk(),
                        database,
                        new SystemInfo.Redis(info.text("redis_version"), info.number("used_memory"), info.keys()))));
    }

    private static Uni<SystemInfo.Database> database() {
        return rows(DATABASE).chain(about -> rows(TABLES)
                .map(tables -> new SystemInfo.Database(
                        (String) about.getFirst()[0],
                        about.getFirst()[1].toString(),
                        ((Number) about.getFirst()[2]).longValue(),
                        tables.stream()
                                .map(row -> new SystemInfo.Table(
                                        (String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                                .toList())));
    }

    private static Uni<List<Object[]>> rows(String statement) {
        return Panache.getSession().chain(session -> session.createNativeQuery(statement, Object[].class)
                .getResultList());
    }
}
