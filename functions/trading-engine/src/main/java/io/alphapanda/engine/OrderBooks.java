package io.alphapanda.engine;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.ledger.FillRow;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.OrderTransitionRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Orders, their transitions and fills in the ledger, within the caller's transaction.
@Singleton
final class OrderBooks {

    /// A fill's place in its lane's books.
    ///
    /// @param sequence for strategy and instrument, from 1 without gaps
    /// @param follows  id of the event that carries the fill before it
    record Place(long sequence, Optional<String> follows) {}

    /// Writes an order down that can't be executed until its instrument has a price.
    Uni<Void> waitForPrice(Order intended, BrokerAccount account) {
        var row = row(intended, account);
        row.waitsForPrice = true;
        return Panache.getSession().chain(session -> session.persistAll(row)
                .chain(session::flush)
                .chain(() -> session.persist(transition(intended))));
    }

    /// Writes what became of an intended order; its row may exist already, if it has waited.
    Uni<Void> write(Order intended, Order outcome, BrokerAccount account) {
        return Panache.getSession()
                .chain(session -> OrderRow.<OrderRow>findById(intended.request().orderId())
                        .chain(waiting -> {
                            if (waiting != null) {
                                update(waiting, outcome);
                                return session.persist(transition(outcome));
                            }
                            return session.persist(row(outcome, account))
                                    .chain(session::flush)
                                    .chain(() -> session.persistAll(transition(intended), transition(outcome)));
                        }));
    }

    /// Appends a fill to its lane's books. The lock makes fills of one strategy and instrument wait for each other.
    Uni<Place> append(Order order, Fill fill, String eventId) {
        var request = order.request();
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) locked", Integer.class)
                .setParameter(1, request.broker() + "/" + request.partitionKey())
                .getResultList()
                .chain(() -> FillRow.<FillRow>find(
                                "broker = ?1 and strategy = ?2 and instrument = ?3 order by sequence desc",
                                request.broker().name(),
                                request.strategy().value(),
                                request.instrument().toString())
                        .page(0, 1)
                        .list())
                .chain(last -> {
                    var place = last.isEmpty()
                            ? new Place(1, Optional.empty())
                            : new Place(last.getFirst().sequence + 1, Optional.of(last.getFirst().eventId));
                    return session.persist(fillRow(request, fill, eventId, place.sequence()))
                            .replaceWith(place);
                }));
    }

    /// An order that has waited, as the domain knows it.
    static Order intended(OrderRow row) {
        var request = new OrderRequest(
                row.id,
                row.signalId,
                row.correlationId,
                new Broker(row.broker),
                new StrategyId(row.strategy),
                InstrumentId.of(row.instrument),
                row.side,
                new Quantity(row.quantity),
                new Price(row.referencePrice),
                row.referenceTime,
                row.expiresAt,
                row.dueAt);
        return new Order(
                request,
                row.status,
                row.version,
                new Quantity(row.filledQuantity),
                new Money(row.filledValue),
                Optional.ofNullable(row.failure));
    }

    private static OrderRow row(Order order, BrokerAccount account) {
        var request = order.request();
        var row = new OrderRow();
        row.id = request.orderId();
        row.signalId = request.signalId();
        row.correlationId = request.correlationId();
        row.broker = request.broker().name();
        row.kind = account.kind();
        row.reality = account.reality();
        row.strategy = request.strategy().value();
        row.instrument = request.instrument().toString();
        row.side = request.side();
        row.quantity = request.quantity().value();
        row.referencePrice = request.referencePrice().value();
        row.referenceTime = request.referenceTime();
        row.expiresAt = request.expiresAt();
        row.dueAt = request.dueAt();
        update(row, order);
        return row;
    }

    private static void update(OrderRow row, Order order) {
        row.status = order.status();
        row.waitsForPrice = false;
        row.version = order.version();
        row.filledQuantity = order.filledQuantity().value();
        row.filledValue = order.filledValue().amount();
        row.failure = order.failure().orElse(null);
        row.changedAt = Instant.now();
    }

    private static OrderTransitionRow transition(Order order) {
        var row = new OrderTransitionRow();
        row.orderId = order.request().orderId();
        row.version = order.version();
        row.status = order.status();
        row.failure = order.failure().orElse(null);
        return row;
    }

    private static FillRow fillRow(OrderRequest request, Fill fill, String eventId, long sequence) {
        var row = new FillRow();
        row.id = fill.fillId();
        row.orderId = request.orderId();
        row.eventId = eventId;
        row.broker = request.broker().name();
        row.strategy = request.strategy().value();
        row.instrument = request.instrument().toString();
        row.side = request.side();
        row.sequence = sequence;
        row.quantity = fill.lastQuantity().value();
        row.price = fill.lastPrice().value();
        row.fees = fill.fees().amount();
        row.executedAt = fill.executedAt();
        return row;
    }
}
