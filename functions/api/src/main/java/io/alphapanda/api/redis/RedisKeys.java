package io.alphapanda.api.redis;

import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds keys by how they begin.
@Singleton
public final class RedisKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String FINISHED = "0";
    private static final String A_STEP = "1000";

    private final Redis redis;

    RedisKeys(Redis redis) {
        this.redis = redis;
    }

    /// In alphabetical order.
    ///
    /// @param prefix without `*`, `?`, `[` or `\`
    /// @param most   keys at most; which of more is not said
    public Uni<List<String>> beginningWith(String prefix, int most) {
        var found = new TreeSet<String>();
        return step(prefix, FINISHED, most, found)
                .map(_ -> found.stream().limit(most).toList())
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE));
    }

    private Uni<Void> step(String prefix, String cursor, int most, Set<String> found) {
        var scan = Request.cmd(Command.SCAN)
                .arg(cursor)
                .arg("MATCH")
                .arg(prefix + "*")
                .arg("COUNT")
                .arg(A_STEP);
        return redis.send(scan).chain(answer -> {
            for (Response key : answer.get(1)) {
                found.add(key.toString());
            }
            var next = answer.get(0).toString();
            return next.equals(FINISHED) || found.size() >= most
                    ? Uni.createFrom().voidItem()
                    : step(prefix, next, most, found);
        });
    }
}
