package io.alphapanda.api.ledger;

import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.trouble.TransientException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;

/// Reads the ledger as it stood at one moment: cash and positions of one answer fit together although bookings go on.
/// The database itself refuses writes in it.
@Singleton
public final class LedgerSnapshot {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FreshContext fresh;

    LedgerSnapshot(Vertx vertx) {
        this.fresh = new FreshContext(vertx);
    }

    /// A reading that has begun goes to its end, though whoever asked may have gone away meanwhile: a session that is
    /// closed under a query fails it.
    ///
    /// @param queries run one after the other on a session of their own
    public <T> Uni<T> read(Supplier<Uni<T>> queries) {
        return fresh.run(() -> Panache.withTransaction(() ->
                        Panache.getSession().chain(LedgerSnapshot::readOnly).chain(_ -> queries.get())))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from the database within " + PATIENCE));
    }

    /// Nothing that was read is looked through for changes, neither before each query nor at the end.
    private static Uni<Integer> readOnly(Mutiny.Session session) {
        session.setDefaultReadOnly(true);
        session.setFlushMode(FlushMode.MANUAL);
        return session.createNativeQuery("set transaction isolation level repeatable read read only")
                .executeUpdate();
    }
}
