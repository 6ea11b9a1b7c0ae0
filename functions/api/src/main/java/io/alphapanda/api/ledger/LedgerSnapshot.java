package io.alphapanda.api.ledger;

import io.alphapanda.stage.trouble.TransientException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
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

    /// @param queries run one after the other on the session at hand
    public <T> Uni<T> read(Supplier<Uni<T>> queries) {
        return Panache.withTransaction(() ->
                        Panache.getSession().chain(LedgerSnapshot::readOnly).chain(_ -> queries.get()))
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
