package io.alphapanda.engine.live;

import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.signal.Broker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Entries that are to end because of a halt, within the caller's transaction or session. Written down once, whoever
/// halted and whoever looks; what is written down outlives the halt.
///
/// An entry is an order that opened or turned a position when it was written down; what only makes one smaller, a
/// protective stop above all, stays. One that is being sent, or of which is not known whether the broker has it, is
/// none yet: it is written down when it works while its lane is still halted.
@Singleton
public final class Cancellations {

    /// Whether one may be asked for again at ?2. Nothing is put off for longer than a minute: what lies farther ahead
    /// was written before the clock was set back.
    private static final String IS_DUE =
            "(%1$snext_at <= ?2 or %1$snext_at > cast(?2 as timestamptz) + interval '61 seconds')";

    /// The longest answer that is kept.
    private static final int MOST_WORDS = 500;

    private static final String HALTED = """
            exists (select 1 from trading_states s
                    where s.broker in (o.broker, '*') and s.strategy in ('', o.strategy) and s.state = 'HALTED')
            """;

    /// What works at a live broker, and what waits for its instrument's first price.
    private static final String INTEND =
            """
            insert into cancellations (order_id, broker, reason)
            select id, broker, ?2 from (
                select o.id, o.broker from placements p join orders o on o.id = p.order_id
                where p.broker = ?1 and p.settled_at is null and not p.exits
                  and o.status in ('SUBMITTED', 'PARTIALLY_FILLED') and %1$s
                union all
                select o.id, o.broker from orders o
                where o.broker = ?1 and o.waits_for_price and %1$s
                  and (%2$s) * case o.side when 'BUY' then -1 else 1 end < o.quantity) entries
            order by id
            on conflict (order_id) do nothing
            """.formatted(HALTED, Placements.position("o.broker", "o.strategy", "o.instrument"));

    /// One that is to be asked for now.
    record Due(String orderId, String brokerOrderId) {}

    /// Writes down what is to end in a lane, as its trading states stand.
    ///
    /// @return how many orders are new among them
    public Uni<Integer> intend(Broker broker) {
        return Panache.getSession().chain(session -> session.createNativeQuery(INTEND)
                .setParameter(1, broker.name())
                .setParameter(2, FailureCode.HALT_CANCELLED.name())
                .executeUpdate());
    }

    /// Those of a lane that have not ended.
    ///
    /// @param strategy whose; empty for the whole lane's
    public Uni<List<String>> open(Broker broker, String strategy) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select o.id from cancellations c join orders o on o.id = c.order_id
                        where c.broker = ?1 and (?2 = '' or o.strategy = ?2)
                          and o.status in ('INTENDED', 'SUBMITTED', 'PARTIALLY_FILLED')
                        order by c.asked_at, o.id
                        """, String.class)
                .setParameter(1, broker.name())
                .setParameter(2, strategy)
                .getResultList());
    }

    /// Of these, the ones that are to end.
    public Uni<Set<String>> of(Collection<String> orderIds) {
        return orderIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select order_id from cancellations where order_id in (?1)", String.class)
                                .setParameter(1, orderIds)
                                .getResultList())
                        .map(Set::copyOf);
    }

    /// Why an order is to end; empty if it is not.
    Uni<Optional<FailureCode>> reason(String orderId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select reason from cancellations where order_id = ?1", String.class)
                        .setParameter(1, orderId)
                        .getResultList())
                .map(reasons -> reasons.stream().map(FailureCode::valueOf).findFirst());
    }

    /// What the broker is to be asked for.
    ///
    /// @param day whose book its orders are in
    Uni<List<Due>> due(Broker broker, LocalDate day, Instant now, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select c.order_id, p.broker_order_id
                                from cancellations c
                                join placements p on p.order_id = c.order_id
                                join orders o on o.id = c.order_id
                                where c.broker = ?1 and %s and p.settled_at is null
                                  and p.book_day = ?3 and p.broker_order_id is not null
                                  and o.status in ('SUBMITTED', 'PARTIALLY_FILLED')
                                order by c.attempts, c.asked_at, c.order_id limit ?4
                                """.formatted(IS_DUE.formatted("c.")), Object[].class)
                        .setParameter(1, broker.name())
                        .setParameter(2, now)
                        .setParameter(3, day)
                        .setParameter(4, most)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Due((String) row[0], (String) row[1]))
                        .toList());
    }

    /// Takes one attempt, if nobody else has.
    ///
    /// @return which one it is, from 1; empty if somebody has
    Uni<Optional<Integer>> attempt(String orderId, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update cancellations set attempts = attempts + 1,
                                    next_at = cast(?2 as timestamptz) + least(60, 2 ^ (attempts + 1)) * interval '1 second'
                                where order_id = ?1 and %s
                                returning attempts
                                """.formatted(IS_DUE.formatted("")), Integer.class)
                        .setParameter(1, orderId)
                        .setParameter(2, now)
                        .getResultList())
                .map(attempts -> attempts.stream().findFirst());
    }

    /// The account has nothing left for it: the attempt that was taken is none.
    Uni<Void> later(String orderId, Instant at) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "update cancellations set attempts = attempts - 1, next_at = ?2 where order_id = ?1")
                .setParameter(1, orderId)
                .setParameter(2, at)
                .executeUpdate()
                .replaceWithVoid());
    }

    Uni<Void> answered(String orderId, String words) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update cancellations set words = ?2 where order_id = ?1")
                        .setParameter(1, orderId)
                        .setParameter(2, words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words)
                        .executeUpdate()
                        .replaceWithVoid());
    }
}
