package io.alphapanda.local.image;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.InfrastructureOptions;
import io.alphapanda.local.infrastructure.Ports;
import io.alphapanda.topics.TopicPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.Jedis;

/// Kafka, Redis and PostgreSQL of their own in a temporary folder, with all that a room expects to find, the last price
/// of the samples' share included.
final class Services implements AutoCloseable {

    private static final String DATABASE = "panda";
    private static final int PARTITIONS = 4;

    private final Path data;
    private final Infrastructure infrastructure;

    private Services(Path data, Infrastructure infrastructure) {
        this.data = data;
        this.infrastructure = infrastructure;
    }

    static Services start() {
        try {
            var data = Files.createTempDirectory("panda-services");
            var services = new Services(data, Infrastructure.start(new InfrastructureOptions(data, Ports.FREE)));
            services.prepare();
            return services;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() {
        infrastructure.migrate(DATABASE);
        infrastructure.createTopics(
                new TopicPlan(PARTITIONS, PARTITIONS, Optional.empty()).topics(List.of(new Broker("paper"))));
        try (var redis = new Jedis(URI.create(infrastructure.redisUri()))) {
            redis.set(
                    "market:last:" + Samples.INSTRUMENT,
                    "{\"price\":\"%s\",\"time\":\"%s\",\"ordinal\":1,\"stream\":\"sample\"}"
                            .formatted(Samples.PRICE, Samples.TIME));
        }
    }

    /// What a room is told.
    ///
    /// @param run    names the stream of a feed
    /// @param strategies where a strategy runner finds its strategies
    Map<String, String> environment(int port, String run, Path strategies) {
        var postgres = infrastructure.postgres();
        var environment = new HashMap<String, String>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafkaBootstrapServers());
        environment.put("PANDA_REDIS_URL", infrastructure.redisUri());
        environment.put("PANDA_DATABASE_URL", postgres.reactiveUrl(DATABASE));
        environment.put("PANDA_DATABASE_USER", postgres.user());
        environment.put("PANDA_DATABASE_PASSWORD", postgres.password());
        environment.put("ACTIVE_BROKERS", "paper");
        environment.put("PANDA_STRATEGIES_DIRECTORY", strategies.toString());
        environment.put("PANDA_FEED_SOURCE", "simulated");
        environment.put("PANDA_FEED_STREAM", run);
        environment.put("PANDA_FEED_SHARDS", Integer.toString(PARTITIONS));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("PANDA_API_AUTH", "off");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return environment;
    }

    @Override
    public void close() {
        infrastructure.close();
        try (var all = Files.walk(data)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
