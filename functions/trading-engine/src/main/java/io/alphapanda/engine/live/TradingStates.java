package io.alphapanda.engine.live;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.event.TradingStateChanged;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.engine.book.Announcements;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.OutboxRow;
import io.alphapanda.stage.log.LogChannel;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Who may trade, within the caller's transaction. What changes is told by `trading-state-changed`, written with it.
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
    private static final Logger SAID = Logger.getLogger(LogChannel.AUDIT_CATEGORY);

    /// The strategy of the row that holds for a whole lane.
    public static final String WHOLE_LANE = "";

    private static final String COLUMNS = "broker, strategy, state, version, reason, changed_by,"
            + " cast(extract(epoch from changed_at) * 1000 as bigint)";

    private final Announcements announcements;
    private final Brokers brokers;

    TradingStates(Announcements announcements, Brokers brokers) {
        this.announcements = announcements;
        this.brokers = brokers;
    }

    /// What somebody said of a scope.
    ///
    /// @param version 1 at first, one more with every change
    public record Said(
            TradingScope scope, TradingState state, long version, String reason, String changedBy, Instant changedAt) {}

    /// A change, and what is to be sent of it.
    ///
    /// @param lane that sends it
    public record Change(Said said, Broker lane, List<OutboxRow> told) {}

    /// What holds for an order until this transaction ends.
    public Uni<TradingState> hold(OrderRequest request) {
        return lock(request.broker(), "pg_advisory_xact_lock_shared")
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(
                                "select state from trading_states where broker in (?1, '*') and strategy in ('', ?2)",
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
    public Uni<Change> change(TradingScope scope, TradingState state, String reason, String by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into trading_states as held (broker, strategy, state, version, reason, changed_by)
                                values (?1, ?2, ?3, 1, ?4, ?5)
                                on conflict (broker, strategy) do update
                                set state = excluded.state, version = held.version + 1, reason = excluded.reason,
                                    changed_by = excluded.changed_by, changed_at = now()
                                returning %s
                                """.formatted(COLUMNS), Object[].class)
                        .setParameter(1, broker(scope))
                        .setParameter(2, strategy(scope))
                        .setParameter(3, state.name())
                        .setParameter(4, reason)
                        .setParameter(5, by)
                        .getSingleResult())
                .map(TradingStates::said)
                .invoke(said -> SAID.warnf(
                        "trading state changed: scope=%s state=%s version=%d by=%s reason=%s",
                        scope.name(), state, said.version(), by, reason))
                .chain(this::tell);
    }

    /// What holds in every lane is told by the first of this process.
    private Uni<Change> tell(Said said) {
        var scope = said.scope();
        var lane = scope.broker().orElseGet(() -> brokers.all().getFirst().broker());
        var id = Ids.tradingState(scope, said.version());
        var event = new OutgoingEvent(
                Topics.TRADING_STATE,
                EventType.TRADING_STATE_CHANGED,
                id,
                said.changedAt(),
                scope.name(),
                Optional.empty(),
                Optional.empty(),
                new TradingStateChanged(
                        scope, said.state(), said.version(), said.reason(), said.changedBy(), said.changedAt()));
        return announcements.write(lane, id, List.of(event)).map(rows -> new Change(said, lane, rows));
    }

    private static String broker(TradingScope scope) {
        return scope.broker().map(Broker::name).orElse(TradingScope.EVERY);
    }

    private static String strategy(TradingScope scope) {
        return scope.strategy().map(StrategyId::value).orElse(WHOLE_LANE);
    }

    /// All that was said of a lane, the whole lane's first, and then of every lane.
    public Uni<List<Said>> of(Broker broker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select %s from trading_states
                                where broker in (?1, '*') order by broker = '*', strategy
                                """.formatted(COLUMNS), Object[].class)
                        .setParameter(1, broker.name())
                        .getResultList())
                .map(rows -> rows.stream().map(TradingStates::said).toList());
    }

    /// All that was said of every lane.
    public Uni<List<Said>> ofEveryLane() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select " + COLUMNS + " from trading_states where broker = '*' order by strategy",
                                Object[].class)
                        .getResultList())
                .map(rows -> rows.stream().map(TradingStates::said).toList());
    }

    private static Said said(Object[] row) {
        var scope = new TradingScope(
                Optional.of((String) row[0])
                        .filter(name -> !name.equals(TradingScope.EVERY))
                        .map(Broker::new),
                Optional.of((String) row[1])
                        .filter(name -> !name.equals(WHOLE_LANE))
                        .map(StrategyId::new));
        return new Said(
                scope,
                TradingState.valueOf((String) row[2]),
                (Long) row[3],
                (String) row[4],
                (String) row[5],
                Instant.ofEpochMilli((Long) row[6]));
    }

    /// Halts a lane because of what was seen; who has halted it before stays named. The sweeper tells of it.
    Uni<Void> halt(Broker broker, String reason) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into trading_states as held (broker, state, version, reason, changed_by)
                                values (?1, 'HALTED', 1, ?2, 'trading-engine')
                                on conflict (broker, strategy) do update
                                set state = 'HALTED', version = held.version + 1, reason = excluded.reason,
                                    changed_by = excluded.changed_by, changed_at = now()
                                where held.state <> 'HALTED'
                                returning %s
                                """.formatted(COLUMNS), Object[].class)
                        .setParameter(1, broker.name())
                        .setParameter(2, reason)
                        .getResultList())
                .chain(changed -> {
                    if (changed.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    LOG.errorf("lane halted: broker=%s reason=%s", broker, reason);
                    return tell(said(changed.getFirst())).replaceWithVoid();
                });
    }
}
