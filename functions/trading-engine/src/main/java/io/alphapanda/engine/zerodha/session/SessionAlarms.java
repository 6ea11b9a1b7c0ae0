package io.alphapanda.engine.zerodha.session;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.Alarms;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/// What a person is told of a session that ended: once, and resolved by the next login.
final class SessionAlarms {

    private static final String SUBJECT = "session";

    private SessionAlarms() {}

    /// Leaves one that stands as it is.
    ///
    /// @return whether it is news
    static Uni<Boolean> raise(Mutiny.Session session, Broker broker, String words) {
        return session.createNativeQuery("""
                        insert into alarms (broker, code, subject, words, halted) values (?1, ?2, ?3, ?4, true)
                        on conflict (broker, code, subject) where resolved_at is null do nothing
                        """)
                .setParameter(1, broker.name())
                .setParameter(2, Alarms.SESSION_ENDED)
                .setParameter(3, SUBJECT)
                .setParameter(4, words)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    static Uni<Void> resolve(Mutiny.Session session, Broker broker) {
        return session.createNativeQuery("""
                        update alarms set resolved_at = now()
                        where broker = ?1 and code = ?2 and subject = ?3 and resolved_at is null
                        """)
                .setParameter(1, broker.name())
                .setParameter(2, Alarms.SESSION_ENDED)
                .setParameter(3, SUBJECT)
                .executeUpdate()
                .replaceWithVoid();
    }
}
