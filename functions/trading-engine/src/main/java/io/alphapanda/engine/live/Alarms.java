package io.alphapanda.engine.live;

import io.alphapanda.domain.signal.Broker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/// What a person must be told of a lane, within the caller's transaction or session: once for as long as it stands.
@Singleton
public final class Alarms {

    /// Nobody is logged in at the broker any more. Only a login ends it, whatever a person says who has looked.
    public static final String SESSION_ENDED = "SESSION_ENDED";

    private static final Logger LOG = Logger.getLogger(Alarms.class);

    private final TradingStates states;

    Alarms(TradingStates states) {
        this.states = states;
    }

    /// One that stands.
    public record Standing(String code, String subject, String words, Instant raisedAt) {}

    /// Those of a lane that nobody has resolved, the oldest first.
    public Uni<List<Standing>> standing(Broker broker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select code, subject, words, cast(extract(epoch from raised_at) * 1000 as bigint)
                                from alarms where broker = ?1 and resolved_at is null order by id
                                """, Object[].class)
                        .setParameter(1, broker.name())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Standing(
                                (String) row[0], (String) row[1], (String) row[2], Instant.ofEpochMilli((Long) row[3])))
                        .toList());
    }

    /// Somebody has looked: none of the lane's stands any more, but a session's end. A cause that lasts raises its
    /// alarm anew; a session ends once.
    ///
    /// @return how many did
    public Uni<Integer> resolve(Broker broker) {
        return Panache.getSession().chain(session -> session.createNativeQuery("update alarms set resolved_at = now()"
                        + " where broker = ?1 and code <> ?2 and resolved_at is null")
                .setParameter(1, broker.name())
                .setParameter(2, SESSION_ENDED)
                .executeUpdate());
    }

    /// The cause of one kind is gone.
    public Uni<Integer> resolve(Broker broker, String code) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "update alarms set resolved_at = now() where broker = ?1 and code = ?2 and resolved_at is null")
                .setParameter(1, broker.name())
                .setParameter(2, code)
                .executeUpdate());
    }

    /// What was said of one kind and has been resolved.
    public Uni<Set<String>> resolved(Broker broker, String code) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select distinct subject from alarms"
                                        + " where broker = ?1 and code = ?2 and resolved_at is not null",
                                String.class)
                        .setParameter(1, broker.name())
                        .setParameter(2, code)
                        .getResultList())
                .map(Set::copyOf);
    }

    /// @param code    from a closed list of its kind
    /// @param subject what it is about: an order's id, or a part of the lane
    /// @param words   for people; no secrets
    /// @param halts   whether the lane is halted until a person has looked
    public Uni<Void> raise(Broker broker, String code, String subject, String words, boolean halts) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into alarms (broker, code, subject, words, halted) values (?1, ?2, ?3, ?4, ?5)
                                on conflict (broker, code, subject) where resolved_at is null do nothing
                                """)
                        .setParameter(1, broker.name())
                        .setParameter(2, code)
                        .setParameter(3, subject)
                        .setParameter(4, words)
                        .setParameter(5, halts)
                        .executeUpdate())
                .chain(raised -> {
                    if (raised == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    LOG.errorf("alarm: broker=%s code=%s subject=%s words=%s", broker, code, subject, words);
                    return halts
                            ? states.halt(broker, code + " " + subject)
                            : Uni.createFrom().voidItem();
                });
    }
}
