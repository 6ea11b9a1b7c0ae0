package io.alphapanda.feed.kite;

import io.alphapanda.kite.Secret;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Logins as a test makes them.
final class FakeTokens implements AccessTokens {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Optional<Access> current = Optional.empty();
    private int logins;

    void login(String token) {
        logins++;
        current = Optional.of(new Access(Secret.of(token), "login-" + logins));
    }

    int asked() {
        return asked.get();
    }

    @Override
    public Uni<Optional<Access>> current() {
        return Uni.createFrom().item(() -> {
            asked.incrementAndGet();
            return current;
        });
    }
}
