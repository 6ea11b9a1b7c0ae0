package io.alphapanda.engine.zerodha.session;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.trouble.TransientException;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/// Logins that were begun here. Who comes back with a state we did not give away is on a way that somebody else laid
/// for them (RFC 6749, 10.12); one that comes back twice is a page loaded again. Kept in Redis, so that any instance
/// can serve the way back.
@Singleton
final class LoginStates {

    /// A person's way through the broker's page, with its second factor.
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int BYTES = 24;

    private final ReactiveValueCommands<String, String> values;
    private final SecureRandom random = new SecureRandom();

    LoginStates(ReactiveRedisDataSource redis) {
        this.values = redis.value(String.class);
    }

    /// A state nobody can guess, good once and for ten minutes. Letters, digits, `-` and `_`.
    Uni<String> begin(Broker broker) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return bounded(
                values.setex(key(broker, state), LIFE.toSeconds(), "begun").replaceWith(state));
    }

    /// Whether it was given away for this account, and is used for the first time.
    Uni<Boolean> finish(Broker broker, String state) {
        return bounded(values.getdel(key(broker, state)).map(found -> found != null));
    }

    private static String key(Broker broker, String state) {
        return broker + ":login:" + state;
    }

    private static <T> Uni<T> bounded(Uni<T> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE));
    }
}
