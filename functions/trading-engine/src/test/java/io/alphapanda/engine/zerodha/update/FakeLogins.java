package io.alphapanda.engine.zerodha.update;

import io.alphapanda.kite.Secret;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Logins as a test wants them.
final class FakeLogins implements Logins {

    private volatile Optional<Login> current = Optional.empty();
    private volatile Uni<Boolean> verdict = Uni.createFrom().item(true);
    private final List<Long> refusals = new CopyOnWriteArrayList<>();

    void is(long version, String address) {
        current = Optional.of(new Login(version, Secret.of(address)));
    }

    void isNobody() {
        current = Optional.empty();
    }

    /// What becomes of a refused one.
    void rules(Uni<Boolean> whetherOver) {
        verdict = whetherOver;
    }

    /// The logins that were refused, one by one.
    List<Long> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public Uni<Optional<Login>> current() {
        return Uni.createFrom().item(current);
    }

    @Override
    public Uni<Boolean> refused(long version) {
        refusals.add(version);
        return verdict;
    }
}
