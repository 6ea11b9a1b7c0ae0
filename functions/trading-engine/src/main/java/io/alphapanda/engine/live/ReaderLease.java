package io.alphapanda.engine.live;

import io.alphapanda.domain.signal.Broker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Which process reads a lane's book on its own account. Who reads without it reads once more, which changes nothing
/// but the broker's patience.
@Singleton
public final class ReaderLease {

    private static final int SECONDS = 10;

    private final String holder = UUID.randomUUID().toString();

    /// Takes or keeps it, in a transaction of its own.
    public Uni<Boolean> take(Broker broker) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into book_readers (broker, holder, leased_until)
                                values (?1, ?2, now() + ?3 * interval '1 second')
                                on conflict (broker) do update
                                set holder = excluded.holder, leased_until = excluded.leased_until
                                where book_readers.holder = excluded.holder or book_readers.leased_until < now()
                                """)
                        .setParameter(1, broker.name())
                        .setParameter(2, holder)
                        .setParameter(3, SECONDS)
                        .executeUpdate())
                .map(taken -> taken > 0));
    }
}
