package io.alphapanda.engine.control;

import io.alphapanda.domain.signal.Broker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Orders of which is not known whether the broker has them, within the caller's transaction or session.
@Singleton
final class OpenOrders {

    /// One that is being sent.
    ///
    /// @param sendBy nothing is written to the broker after this
    record Sending(String orderId, Instant sendBy) {}

    /// Those that are being sent.
    ///
    /// @param strategy whose; empty for the whole lane's
    Uni<List<Sending>> sending(Broker broker, String strategy) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select o.id, cast(extract(epoch from p.send_by) * 1000 as bigint)
                                from placements p join orders o on o.id = p.order_id
                                where p.broker = ?1 and p.settled_at is null and o.status = 'SENDING'
                                  and (?2 = '' or o.strategy = ?2)
                                order by p.sequence
                                """, Object[].class)
                        .setParameter(1, broker.name())
                        .setParameter(2, strategy)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Sending((String) row[0], Instant.ofEpochMilli((Long) row[1])))
                        .toList());
    }

    /// Of these, the ones that are still being sent.
    Uni<List<String>> stillSending(Collection<String> orderIds) {
        return orderIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Panache.getSession().chain(session -> session.createNativeQuery(
                                "select id from orders where id in (?1) and status = 'SENDING' order by id",
                                String.class)
                        .setParameter(1, orderIds)
                        .getResultList());
    }

    /// Those whose answer was lost: the broker may have them.
    Uni<List<String>> unknown(Broker broker, String strategy) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select o.id from placements p join orders o on o.id = p.order_id
                        where p.broker = ?1 and p.settled_at is null and o.status = 'UNKNOWN'
                          and (?2 = '' or o.strategy = ?2)
                        order by p.sequence
                        """, String.class)
                .setParameter(1, broker.name())
                .setParameter(2, strategy)
                .getResultList());
    }
}
