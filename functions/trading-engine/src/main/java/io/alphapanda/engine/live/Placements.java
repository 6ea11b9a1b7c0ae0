package io.alphapanda.engine.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.placement.Placement;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.book.OrderBooks;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.PlacementRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Placements in the ledger, within the caller's transaction or session.
@Singleton
public final class Placements {

    /// The longest remark that is kept.
    private static final int MOST_WORDS = 500;

    /// What is still to be sent, exits first, of each strategy and instrument only the first: an order waits while what
    /// became of the one before it is not known, or an exit could overtake its entry.
    private static final String TO_SEND = """
            select p.order_id, p.exits, o.instrument, o.reference_price from placements p join orders o on o.id = p.order_id
            where p.broker = ?1 and p.settled_at is null and o.status = 'INTENDED'
              and not exists (
                select 1 from placements b join orders e on e.id = b.order_id
                where b.broker = p.broker and b.settled_at is null and b.sequence < p.sequence
                  and e.strategy = o.strategy and e.instrument = o.instrument
                  and e.status in ('INTENDED', 'SENDING', 'UNKNOWN'))
            order by p.exits desc, p.sequence limit ?2
            """;

    /// What is filled: what is booked, and the fills that are not booked yet.
    private static final String POSITION = position("?1", "?2", "?3");

    /// @param broker, strategy, instrument SQL for each
    static String position(String broker, String strategy, String instrument) {
        return """
                select coalesce(sum(quantity), 0) from (
                    select quantity from positions
                    where broker = %1$s and strategy = %2$s and instrument = %3$s
                    union all
                    select case f.side when 'BUY' then f.quantity else -f.quantity end from fills f
                    where f.broker = %1$s and f.strategy = %2$s and f.instrument = %3$s and f.sequence > coalesce(
                        (select sequence from positions
                         where broker = %1$s and strategy = %2$s and instrument = %3$s), 0)) held
                """.formatted(broker, strategy, instrument);
    }

    private final Cancellations cancellations;

    Placements(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    /// An order that may be sent now, if nobody else sends it.
    ///
    /// @param exits whether it only makes smaller what is filled
    /// @param price it was decided at
    record Next(String orderId, boolean exits, InstrumentId instrument, Price price) {}

    /// An order held for a step: nobody else changes it before the transaction ends.
    ///
    /// @param placement as the domain knows it
    record Held(OrderRow order, PlacementRow row, Placement placement) {}

    /// Writes down that an order is to be sent. Its order is there already.
    ///
    /// @param tag by which the broker's book will know it
    public Uni<Void> intend(Order intended, String tag) {
        return isExit(intended).chain(exits -> {
            var row = new PlacementRow();
            row.orderId = intended.request().orderId();
            row.broker = intended.request().broker().name();
            row.tag = tag;
            row.exits = exits;
            row.words = "";
            return Panache.getSession().chain(session -> session.persist(row));
        });
    }

    /// Whether an order only makes smaller what is filled.
    public Uni<Boolean> isExit(Order order) {
        var request = order.request();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(POSITION, BigDecimal.class)
                        .setParameter(1, request.broker().name())
                        .setParameter(2, request.strategy().value())
                        .setParameter(3, request.instrument().toString())
                        .getSingleResult())
                .map(position -> {
                    var held = request.side() == Side.BUY ? position.negate() : position;
                    return held.compareTo(request.quantity().value()) >= 0;
                });
    }

    /// Takes an order; empty if it is no live order.
    Uni<Optional<Held>> hold(String orderId) {
        return OrderRow.<OrderRow>findById(orderId, LockModeType.PESSIMISTIC_WRITE)
                .chain(order -> order == null
                        ? Uni.createFrom().item(Optional.empty())
                        : PlacementRow.<PlacementRow>findById(orderId)
                                .chain(row -> row == null
                                        ? Uni.createFrom().item(Optional.empty())
                                        : held(order, row).map(Optional::of)));
    }

    /// What was never sent is not to be cancelled: nothing is asked for it on an order's way to the broker.
    private Uni<Held> held(OrderRow order, PlacementRow row) {
        var cancelling = order.status == OrderStatus.INTENDED
                ? Uni.createFrom().item(Optional.<FailureCode>empty())
                : cancellations.reason(order.id);
        return booked(order.id).chain(trades -> cancelling.map(reason -> held(order, row, trades, reason)));
    }

    private static Uni<Set<String>> booked(String orderId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select trade_id from fills where order_id = ?1 and trade_id is not null", String.class)
                        .setParameter(1, orderId)
                        .getResultList())
                .map(trades -> trades.stream().collect(Collectors.toUnmodifiableSet()));
    }

    private static Held held(OrderRow order, PlacementRow row, Set<String> trades, Optional<FailureCode> cancelling) {
        return new Held(
                order,
                row,
                new Placement(
                        OrderBooks.order(order),
                        row.tag,
                        Optional.ofNullable(row.sendBy),
                        Optional.ofNullable(row.bookDay),
                        Optional.ofNullable(row.brokerOrderId),
                        row.silence,
                        trades,
                        cancelling));
    }

    /// Writes down what is known now; the order's own row is [OrderBooks]'.
    ///
    /// @param words the broker's remark; kept if there is one
    void write(Held held, Placement after, String words, Instant now) {
        var row = held.row();
        row.sendBy = after.sendBy().orElse(null);
        row.bookDay = after.bookDay().orElse(null);
        row.brokerOrderId = after.brokerOrderId().orElse(null);
        row.silence = after.silence();
        if (!words.isBlank()) {
            row.words = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
        }
        row.settledAt = after.order().status().isFinal() ? now : null;
        row.changedAt = now;
    }

    /// What may be sent now.
    Uni<List<Next>> toSend(Broker broker, int most) {
        return Panache.getSession().chain(session -> session.createNativeQuery(TO_SEND, Object[].class)
                .setParameter(1, broker.name())
                .setParameter(2, most)
                .getResultList()
                .map(rows -> rows.stream().map(Placements::next).toList()));
    }

    private static Next next(Object[] row) {
        return new Next(
                (String) row[0], (Boolean) row[1], InstrumentId.of((String) row[2]), new Price((BigDecimal) row[3]));
    }

    /// Orders of which is not known what became, or whose end is not known yet.
    Uni<List<PlacementRow>> followed(Broker broker) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select p.* from placements p join orders o on o.id = p.order_id
                        where p.broker = ?1 and p.settled_at is null and o.status <> 'INTENDED'
                        order by p.sequence
                        """, PlacementRow.class)
                .setParameter(1, broker.name())
                .getResultList());
    }

    /// Orders with these tags, whatever has become of them.
    Uni<List<PlacementRow>> tagged(Broker broker, Collection<String> tags) {
        return tags.isEmpty()
                ? Uni.createFrom().item(List.of())
                : PlacementRow.list("broker = ?1 and tag in ?2 order by sequence", broker.name(), tags);
    }

    /// Orders whose sender has not been heard of.
    Uni<List<String>> sending(Broker broker) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select p.order_id from placements p join orders o on o.id = p.order_id
                        where p.broker = ?1 and p.settled_at is null and o.status = ?2
                        order by p.sequence
                        """, String.class)
                .setParameter(1, broker.name())
                .setParameter(2, OrderStatus.SENDING.name())
                .getResultList());
    }
}
