package io.alphapanda.engine.reconcile;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A lane's orders and positions in the ledger, within the caller's session.
@Singleton
final class LaneBooks {

    private static final String SEPARATOR = "\u001f";

    /// Also those that were never sent: the broker may have them all the same.
    private static final String ORDERS = """
            select o.id, p.tag, o.instrument, o.status, o.filled_quantity,
                   o.changed_at >= ?3 or o.status in ('SENDING', 'UNKNOWN'),
                   (select string_agg(f.trade_id, chr(31)) from fills f where f.order_id = o.id), o.side
            from placements p join orders o on o.id = p.order_id
            where p.broker = ?1
              and (p.book_day = ?2 or p.book_day is null and p.recorded_at > now() - interval '2 days')
            order by p.sequence
            """;

    /// From the fills themselves: what is executed counts, booked by the portfolio-manager or not yet. What was traded
    /// at a simulated broker is nothing a real one could have.
    private static final String POSITIONS = """
            select f.instrument, sum(case f.side when 'BUY' then f.quantity else -f.quantity end)
            from fills f join orders o on o.id = f.order_id
            where f.broker = ?1 and o.reality = ?2
            group by f.instrument
            """;

    /// @param day   of the broker's book
    /// @param since what changed from then on was changing while the broker was read
    Uni<Ours> read(Lane lane, LocalDate day, Instant since) {
        return orders(lane, day, since).chain(orders -> positions(lane).map(positions -> new Ours(orders, positions)));
    }

    private static Uni<List<OurOrder>> orders(Lane lane, LocalDate day, Instant since) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ORDERS, Object[].class)
                        .setParameter(1, lane.name().name())
                        .setParameter(2, day)
                        .setParameter(3, since)
                        .getResultList())
                .map(rows -> rows.stream().map(LaneBooks::order).toList());
    }

    private static OurOrder order(Object[] row) {
        return new OurOrder(
                (String) row[0],
                (String) row[1],
                InstrumentId.of((String) row[2]),
                Side.valueOf((String) row[7]),
                OrderStatus.valueOf((String) row[3]),
                new Quantity((BigDecimal) row[4]),
                row[6] == null ? Set.of() : Set.of(((String) row[6]).split(SEPARATOR)),
                (Boolean) row[5]);
    }

    private static Uni<Map<InstrumentId, SignedQuantity>> positions(Lane lane) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(POSITIONS, Object[].class)
                        .setParameter(1, lane.name().name())
                        .setParameter(2, lane.account().reality().name())
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> InstrumentId.of((String) row[0]),
                                row -> new SignedQuantity((BigDecimal) row[1]))));
    }
}
