package io.alphapanda.api.watching;

import io.alphapanda.stage.trouble.TransientException;
import io.alphapanda.stage.watch.Views;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the house was: a ring in Redis with an entry for each change, and one every five minutes.
@Singleton
final class HealthHistory {

    static final String KEY = "control:health";

    /// A day and a half of a quiet house; less of a troubled one.
    private static final int MOST = 500;

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RedisAPI redis;

    HealthHistory(RedisAPI redis) {
        this.redis = redis;
    }

    /// Two instances at it at once keep an entry twice.
    Uni<Void> keep(HouseHealth health) {
        return newest(1)
                .chain(last -> last.stream()
                                .findFirst()
                                .filter(each -> isTheSame(each, health))
                                .isPresent()
                        ? Uni.createFrom().voidItem()
                        : patient(redis.lpush(List.of(KEY, Views.write(health))))
                                .chain(() -> patient(redis.ltrim(KEY, "0", Integer.toString(MOST - 1))))
                                .replaceWithVoid());
    }

    private static boolean isTheSame(HouseHealth last, HouseHealth now) {
        return last.status() == now.status()
                && names(last).equals(names(now))
                && Duration.between(last.at(), now.at()).compareTo(EVERY) < 0;
    }

    /// What its parts are, without their numbers, which change all the time.
    private static List<String> names(HouseHealth health) {
        return health.parts().stream().map(each -> each.name() + each.status()).toList();
    }

    /// At most `most`, the newest first.
    Uni<List<HouseHealth>> newest(int most) {
        return patient(redis.lrange(KEY, "0", Integer.toString(most - 1))).map(answer -> {
            var found = new ArrayList<HouseHealth>();
            Optional.ofNullable(answer)
                    .ifPresent(all -> all.forEach(each ->
                            Views.read(each.toString(), HouseHealth.class).ifPresent(found::add)));
            return found;
        });
    }

    private static <T> Uni<T> patient(Uni<T> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE));
    }
}
