package io.alphapanda.engine.live;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.signal.Broker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Who may trade, within the caller's transaction.
@Singleton
final class TradingStates {

    private static final Logger LOG = Logger.getLogger(TradingStates.class);

    /// Lanes whose row is there: without one there would be nothing to lock.
    private final Set<Broker> known = ConcurrentHashMap.newKeySet();

    /// What holds for an order until this transaction ends: whoever changes it waits for that.
    Uni<TradingState> hold(OrderRequest request) {
        return present(request.broker())
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(
                                "select state from trading_states where broker = ?1 and strategy in ('', ?2) for share",
                                String.class)
                        .setParameter(1, request.broker().name())
                        .setParameter(2, request.strategy().value())
                        .getResultList())
                .map(states -> states.stream()
                        .map(TradingState::valueOf)
                        .reduce(TradingState.ACTIVE, TradingState::strictest));
    }

    private Uni<Void> present(Broker broker) {
        if (known.contains(broker)) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into trading_states (broker, state, version, reason, changed_by)
                                values (?1, 'ACTIVE', 1, 'as it began', 'trading-engine')
                                on conflict do nothing
                                """)
                        .setParameter(1, broker.name())
                        .executeUpdate())
                .invoke(() -> known.add(broker))
                .replaceWithVoid();
    }

    /// Halts a lane because of what was seen; who has halted it before stays named.
    Uni<Void> halt(Broker broker, String reason) {
        return present(broker)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery("""
                                update trading_states
                                set state = 'HALTED', version = version + 1, reason = ?2,
                                    changed_by = 'trading-engine', changed_at = now()
                                where broker = ?1 and strategy = '' and state <> 'HALTED'
                                """)
                        .setParameter(1, broker.name())
                        .setParameter(2, reason)
                        .executeUpdate())
                .invoke(changed -> {
                    if (changed > 0) {
                        LOG.errorf("lane halted: broker=%s reason=%s", broker, reason);
                    }
                })
                .replaceWithVoid();
    }
}
