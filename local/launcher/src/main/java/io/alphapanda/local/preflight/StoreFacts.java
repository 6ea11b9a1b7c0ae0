package io.alphapanda.local.preflight;

import io.alphapanda.stage.preflight.Facts;
import io.alphapanda.stage.preflight.Seen;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// What Redis and Kafka say of themselves.
final class StoreFacts {

    private static final int PATIENCE_MILLIS = 5_000;

    private StoreFacts() {}

    static Seen<Facts.Redis> redis(String address) {
        try (var redis = new Jedis(URI.create(address), PATIENCE_MILLIS)) {
            var info = redis.info();
            return new Seen.Known<>(new Facts.Redis(line(info, "redis_version"), line(info, "maxmemory_policy")));
        } catch (JedisException | IllegalArgumentException e) {
            return new Seen.Missing<>(place(address) + " does not answer: " + e.getMessage());
        }
    }

    /// An address without who signs in there.
    private static String place(String address) {
        return address.replaceAll("//[^@/]*@", "//");
    }

    private static String line(String info, String name) {
        return info.lines()
                .filter(each -> each.startsWith(name + ":"))
                .map(each -> each.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    static Seen<Facts.Topics> topics(String bootstrapServers, Instant now) {
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", Integer.toString(PATIENCE_MILLIS),
                "default.api.timeout.ms", Integer.toString(PATIENCE_MILLIS)))) {
            var names = admin.listTopics().names().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return new Seen.Known<>(new Facts.Topics(names, now));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return new Seen.Missing<>("Kafka at " + bootstrapServers + " does not answer");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Seen.Missing<>("interrupted before Kafka at " + bootstrapServers + " had answered");
        }
    }
}
