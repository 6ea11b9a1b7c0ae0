package io.alphapanda.api.redis;

import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What Redis says of itself.
@Singleton
public final class RedisInfo {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RedisAPI redis;

    RedisInfo(RedisAPI redis) {
        this.redis = redis;
    }

    /// @return fails with a [TransientException] if Redis does not answer
    public Uni<Told> read() {
        return redis.info(List.of())
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE))
                .map(info -> new Told(info.toString()));
    }

    /// @param info as the command INFO answers
    public record Told(String info) {

        /// What is said under a name; `unknown` if nothing is.
        public String text(String name) {
            return find(name).orElse("unknown");
        }

        /// 0 if it is no number.
        public long number(String name) {
            return find(name)
                    .filter(each -> each.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .orElse(0L);
        }

        /// Keys of every database.
        public long keys() {
            return info.lines()
                    .filter(each -> each.matches("db\\d+:keys=\\d{1,18},.*"))
                    .mapToLong(each -> Long.parseLong(
                            each.replaceAll(".*keys=(\\d+),.*", "$1").strip()))
                    .sum();
        }

        private Optional<String> find(String name) {
            return info.lines()
                    .filter(each -> each.startsWith(name + ":"))
                    .map(each -> each.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }
}
