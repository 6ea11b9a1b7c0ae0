package io.alphapanda.engine.live;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.signal.Broker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Who may trade, within the caller's transaction.
///
/// ```
/// who executes:   lock, shared ──▶ read the rows ──▶ refuse, or write down that it is sent ──▶ commit
/// who changes:    write the row ─▶ commit ──▶ lock, alone: everybody who read the rows as they were has committed
/// ```
///
/// So a change holds for whoever comes after its commit, and whoever has the lock alone finds every order that came
/// before it. Reading is a statement of its own: what a statement sees is settled before it has waited for a lock. The
/// lock is an advisory one because those queue: a row's would let readers pass who come while one waits to change it.
@Singleton
public final class TradingStates {

    private static final Logger LOG = Logger.getLogger(TradingStates.class);

    /// The strategy of the row that holds for a whole lane.
    public static final String WHOLE_LANE = "";

    /// What somebody said of a lane or a strategy.
    ///
    /// @param strategy whose; [#WHOLE_LANE] for the lane
    /// @param version  1 at first, one more with every change
    public record Said(
            String strategy, TradingState state, long version, String reason, String changedBy, Instant changedAt) {}

    /// What holds for an order until this transaction ends.
    public Uni<TradingState> hold(OrderRequest request) {
        return lock(request.broker(), "pg_advisory_xact_lock_shared")
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(
                                "select state from trading_states where broker = ?1 and strategy in ('', ?2)",
                                String.class)
                        .setParameter(1, request.broker().name())
                        .setParameter(2, request.strategy().value())
                        .getResultList())
                .map(states -> states.stream()
                        .map(TradingState::valueOf)
                        .reduce(TradingState.ACTIVE, TradingState::strictest));
    }

    /// Waits until nobody holds a state of this lane that was read before; until this transaction ends nobody does.
    ///
    /// @param most it waits; longer, and it fails
    public Uni<Void> alone(Broker broker, Duration most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select set_config('lock_timeout', ?1, true)", String.class)
                        .setParameter(1, Math.max(1, most.toMillis()) + "ms")
                        .getSingleResult())
                .chain(() -> lock(broker, "pg_advisory_xact_lock"));
    }

    private static Uni<Void> lock(Broker broker, String how) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select " + how + "(hashtextextended(?1, 0))) locked", Integer.class)
                        .setParameter(1, "trading-state/" + broker)
                        .getResultList())
                .replaceWithVoid();
    }

    /// Changes what holds, for whoever comes after this transaction.
    ///
    /// @param strategy whose; [#WHOLE_LANE] for the lane
    /// @return as it stands now
    public Uni<Said> change(Broker broker, String strategy, TradingState state, String reason, String by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into trading_states as held (broker, strategy, state, version, reason, changed_by)
                                values (?1, ?2, ?3, 1, ?4, ?5)
                                on conflict (broker, strategy) do update
                                set state = excluded.state, version = held.version + 1, reason = excluded.reason,
                                    changed_by = excluded.changed_by, changed_at = now()
                                returning strategy, state, version, reason, changed_by, cast(extract(epoch from changed_at) * 1000 as bigint)
                                """, Object[].class)
                        .setParameter(1, broker.name())
                        .setParameter(2, strategy)
                        .setParameter(3, state.name())
                        .setParameter(4, reason)
                        .setParameter(5, by)
                        .getSingleResult())
                .map(TradingStates::said)
                .invoke(said -> LOG.warnf(
                        "trading state changed: broker=%s strategy=%s state=%s version=%d by=%s reason=%s",
                        broker, strategy, state, said.version(), by, reason));
    }

    /// All that was said of a lane, the whole lane's first.
    public Uni<List<Said>> of(Broker broker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select strategy, state, version, reason, changed_by,
                                       cast(extract(epoch from changed_at) * 1000 as bigint)
                                from trading_states
                                where broker = ?1 order by strategy
                                """, Object[].class)
                        .setParameter(1, broker.name())
                        .getResultList())
                .map(rows -> rows.stream().map(TradingStates::said).toList());
    }

    private static Said said(Object[] row) {
        return new Said(
                (String) row[0],
                TradingState.valueOf((String) row[1]),
                (Long) row[2],
                (String) row[3],
                (String) row[4],
                Instant.ofEpochMilli((Long) row[5]));
    }

    /// Halts a lane because of what was seen; who has halted it before stays named.
    Uni<Void> halt(Broker broker, String reason) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into trading_states as held (broker, state, version, reason, changed_by)
                                values (?1, 'HALTED', 1, ?2, 'trading-engine')
                                on conflict (broker, strategy) do update
                                set state = 'HALTED', version = held.version + 1, reason = excluded.reason,
                                    changed_by = excluded.changed_by, changed_at = now()
                                where held.state <> 'HALTED'
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
