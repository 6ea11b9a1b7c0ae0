package io.alphapanda.engine.live;

import io.alphapanda.domain.signal.Broker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// What a person must be told of a lane, within the caller's transaction: once for as long as it stands.
@Singleton
public final class Alarms {

    private static final Logger LOG = Logger.getLogger(Alarms.class);

    private final TradingStates states;

    Alarms(TradingStates states) {
        this.states = states;
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
