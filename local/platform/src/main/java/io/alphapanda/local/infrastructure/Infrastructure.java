package io.alphapanda.local.infrastructure;

import io.alphapanda.local.infrastructure.InfrastructureOptions.Kafka;
import io.alphapanda.topics.TopicKeeper;
import io.alphapanda.topics.TopicReport;
import io.alphapanda.topics.TopicSpec;
import io.alphapanda.topics.TopicsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Kafka, Redis and PostgreSQL, running. The three start side by side (three to seven seconds the first time); closing
/// stops them and leaves their data. Redis and PostgreSQL come back by themselves when their processes die.
///
/// ```
///   <data directory>/owner.lock    one owner at a time
///                    kafka/        log segments and metadata, formatted when empty
///                    kafka.log     and kafka.pid: only where it runs apart
///                    redis/        redis.conf, append-only file, redis.pid, redis.log
///                    postgres/     cluster, postmaster.pid
/// ```
public final class Infrastructure implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Infrastructure.class);

    private final DataDirectoryLock lock;
    private final Path data;
    private volatile KafkaServer kafka;
    private final RedisServer redis;
    private final PostgresServer postgres;
    private boolean closed;

    private Infrastructure(
            DataDirectoryLock lock, Path data, KafkaServer kafka, RedisServer redis, PostgresServer postgres) {
        this.lock = lock;
        this.data = data;
        this.kafka = kafka;
        this.redis = redis;
        this.postgres = postgres;
    }

    /// Starts all three and returns when each of them answers.
    ///
    /// @throws InfrastructureException when the data directory has another owner, a port is taken (the message
    ///     names it and its option) or a server does not start; nothing is left running then
    public static Infrastructure start(InfrastructureOptions options) {
        DataDirectoryLock lock = DataDirectoryLock.acquire(options.dataDirectory());
        try {
            Path data = withoutLinks(options.dataDirectory());
            KafkaProcess.endLeftover(data.resolve("kafka"));
            RedisServer.endLeftover(data.resolve("redis"));
            PostgresServer.endLeftover(data.resolve("postgres"));
            return startServers(data, options, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Ends the servers that a killed owner left behind; their data stays. A Kafka inside it has ended with it, one
    /// apart does so by itself.
    ///
    /// @return process ids of what was ended, by the server's name; empty if nothing was left
    /// @throws InfrastructureException when the data directory has an owner: its servers are no leftovers
    public static SortedMap<String, Long> endLeftovers(Path dataDirectory) {
        SortedMap<String, Long> ended = new TreeMap<>();
        if (Files.isDirectory(dataDirectory)) {
            try (DataDirectoryLock _ = DataDirectoryLock.acquire(dataDirectory)) {
                Path data = withoutLinks(dataDirectory);
                KafkaProcess.endLeftover(data.resolve("kafka")).ifPresent(process -> ended.put("kafka", process.pid()));
                RedisServer.endLeftover(data.resolve("redis")).ifPresent(process -> ended.put("redis", process.pid()));
                PostgresServer.endLeftover(data.resolve("postgres"))
                        .ifPresent(process -> ended.put("postgres", process.pid()));
            }
        }
        return ended;
    }

    /// Removes the data of an infrastructure that is not running, so that the next start begins with empty stores.
    /// Servers that a killed owner left behind are ended first.
    ///
    /// @throws InfrastructureException when the data directory has an owner
    public static void clear(Path dataDirectory) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(data)) {
            KafkaProcess.endLeftover(data.resolve("kafka"));
            RedisServer.endLeftover(data.resolve("redis"));
            PostgresServer.endLeftover(data.resolve("postgres"));
            for (String each : List.of("kafka", "redis", "postgres")) {
                delete(data.resolve(each));
            }
        } catch (IOException e) {
            throw new InfrastructureException(
                    "data directory %s can't be cleared: %s".formatted(data, e.getMessage()), e);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public String kafkaBootstrapServers() {
        return kafka.bootstrapServers();
    }

    /// `redis://127.0.0.1:port`
    public String redisUri() {
        return redis.uri();
    }

    public PostgresAddress postgres() {
        return postgres.address();
    }

    /// The Kafka of this moment, where it runs apart, for fault tests; another one after a crash.
    public Optional<ProcessHandle> kafkaProcess() {
        return kafka instanceof KafkaProcess apart ? Optional.of(apart.process()) : Optional.empty();
    }

    /// The redis-server of this moment, for fault tests; another one after a crash.
    public ProcessHandle redisProcess() {
        return redis.process();
    }

    /// The postmaster of this moment, for fault tests; another one after a crash.
    public ProcessHandle postgresProcess() {
        return postgres.process();
    }

    /// A fault: Kafka is away for so long, and comes back on the same port and data. Returns when it is back. Where it
    /// runs apart it is killed, else it is stopped in order.
    public synchronized void takeKafkaAway(Duration away) {
        if (closed) {
            return;
        }
        switch (kafka) {
            case KafkaBroker inside -> {
                inside.close();
                LockSupport.parkNanos(away.toNanos());
                kafka = KafkaBroker.start(data.resolve("kafka"), inside.port());
            }
            case KafkaProcess apart -> apart.takeAway(away);
        }
    }

    /// A fault: PostgreSQL is killed and comes back only after so long. Returns when it is back.
    public void takePostgresAway(Duration away) {
        postgres.takeAway(away);
    }

    /// A fault: Redis loses what was written in that last time, and comes back with what it had before. Returns when it
    /// is back.
    public void rollRedisBack(Duration by) {
        redis.rollBack(by);
    }

    /// Creates the database unless it exists.
    public void createDatabase(String name) {
        postgres.createDatabase(name);
    }

    /// Creates the database unless it exists and brings its schema up to date with `classpath:db/migration`.
    public void migrate(String database) {
        createDatabase(database);
        Flyway.configure()
                .dataSource(
                        postgres().jdbcUrl(database),
                        postgres().user(),
                        postgres().password())
                .locations("classpath:db/migration")
                .failOnMissingLocations(false)
                .connectRetries(5)
                .load()
                .migrate();
    }

    /// Creates missing topics and applies the configuration of existing ones; repeating it changes nothing.
    ///
    /// @throws InfrastructureException if one exists with another number of partitions
    public void createTopics(Collection<TopicSpec> topics) {
        try (var keeper = new TopicKeeper(kafkaBootstrapServers(), Optional.of((short) 1))) {
            keeper.ensure(topics).differing().stream().findFirst().ifPresent(Infrastructure::refuse);
            keeper.configure(topics);
        } catch (TopicsException e) {
            throw new InfrastructureException("topics could not be brought into shape: " + e.getMessage(), e);
        }
    }

    private static void refuse(TopicReport.Differing topic) {
        throw new InfrastructureException(
                "topic %s has %d partitions but %d are configured: keys would move; start with a new data directory or restore the number"
                        .formatted(topic.topic(), topic.present(), topic.planned()));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            closeAll(List.of(kafka, redis, postgres));
        } finally {
            lock.close();
        }
    }

    private static Infrastructure startServers(Path data, InfrastructureOptions options, DataDirectoryLock lock) {
        Ports ports = options.ports();
        int kafkaPort = LoopbackPorts.claim("ports.kafka", ports.kafka());
        int redisPort = LoopbackPorts.claim("ports.redis", ports.redis());
        int postgresPort = LoopbackPorts.claim("ports.postgres", ports.postgres());
        // Platform threads: servers initialise classes side by side, which pins virtual threads into a deadlock on two
        // cores.
        try (ExecutorService starters = Executors.newFixedThreadPool(3)) {
            var kafka = CompletableFuture.supplyAsync(
                    () -> kafka(options.kafka(), data.resolve("kafka"), kafkaPort), starters);
            var redis =
                    CompletableFuture.supplyAsync(() -> RedisServer.start(data.resolve("redis"), redisPort), starters);
            var postgres = CompletableFuture.supplyAsync(
                    () -> PostgresServer.start(data.resolve("postgres"), postgresPort, options.outlives()), starters);
            try {
                CompletableFuture.allOf(kafka, redis, postgres).join();
            } catch (CompletionException e) {
                closeAll(started(List.of(kafka, redis, postgres)));
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            return new Infrastructure(lock, data, kafka.join(), redis.join(), postgres.join());
        }
    }

    private static KafkaServer kafka(Kafka where, Path directory, int port) {
        return switch (where) {
            case INSIDE -> KafkaBroker.start(directory, port);
            case APART -> KafkaProcess.start(directory, port);
        };
    }

    /// Processes report the directory they work in without links: compared with that, ours must have none.
    private static Path withoutLinks(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new InfrastructureException("data directory %s cannot be used".formatted(directory), e);
        }
    }

    private static List<AutoCloseable> started(List<CompletableFuture<? extends AutoCloseable>> starts) {
        List<AutoCloseable> started = new ArrayList<>();
        for (CompletableFuture<? extends AutoCloseable> start : starts) {
            start.handle((server, failure) -> failure == null ? started.add(server) : started)
                    .join();
        }
        return started;
    }

    /// Closes every server even when one of them fails, which is logged: closing is the last thing that happens here.
    private static void closeAll(List<AutoCloseable> servers) {
        try (ExecutorService closers = Executors.newCachedThreadPool()) {
            servers.forEach(server -> closers.execute(() -> close(server)));
        }
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) { // the boundary of a closing thread
            LOG.error(
                    "server did not stop cleanly; server={}", server.getClass().getSimpleName(), e);
        }
    }
}
