package io.alphapanda.api.redis;

import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Counts in fixed windows, over all processes. A window begins with its first count and is forgotten when it
/// is over, and with it whoever was counted.
@Singleton
public final class Tally {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String SCRIPT = """
            local count = redis.call('INCR', KEYS[1])
            if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return {count, redis.call('PTTL', KEYS[1])}""";

    private final Redis redis;

    Tally(Redis redis) {
        this.redis = redis;
    }

    /// @param count with this one
    /// @param over  in how long the window is
    public record Count(long count, Duration over) {}

    public Uni<Count> one(String key, Duration window) {
        return patient(redis.send(
                        Request.cmd(Command.EVAL).arg(SCRIPT).arg(1).arg(key).arg(window.toMillis())))
                .map(answer -> new Count(
                        answer.get(0).toLong(),
                        Duration.ofMillis(Math.max(0, answer.get(1).toLong()))));
    }

    public Uni<Void> forget(String key) {
        return patient(redis.send(Request.cmd(Command.DEL).arg(key))).replaceWithVoid();
    }

    private static <T> Uni<T> patient(Uni<T> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE));
    }
}
