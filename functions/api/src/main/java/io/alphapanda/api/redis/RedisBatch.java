package io.alphapanda.api.redis;

import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads many values in one round trip.
@Singleton
public final class RedisBatch {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Redis redis;

    RedisBatch(Redis redis) {
        this.redis = redis;
    }

    public static Request get(String key) {
        return Request.cmd(Command.GET).arg(key);
    }

    public static Request field(String key, String field) {
        return Request.cmd(Command.HGET).arg(key).arg(field);
    }

    /// The answers in the order of the requests; empty where there is nothing.
    public Uni<List<Optional<String>>> read(List<Request> requests) {
        if (requests.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return redis.batch(requests)
                .map(RedisBatch::texts)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE));
    }

    private static List<Optional<String>> texts(List<Response> responses) {
        var texts = new ArrayList<Optional<String>>(responses.size());
        for (var response : responses) {
            texts.add(Optional.ofNullable(response).map(Response::toString));
        }
        return texts;
    }
}
