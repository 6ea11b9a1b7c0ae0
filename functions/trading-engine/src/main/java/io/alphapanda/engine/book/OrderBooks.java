package io.alphapanda.engine.book;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.order.Transition;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.FillRow;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.OrderTransitionRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/// Orders, their transitions and fills in the ledger, within the caller's transaction.
@Singleton
public final class OrderBooks {

    /// A fill's place in its lane's books.
    ///
    /// @param sequence for strategy and instrument, from 1 without gaps
    /// @param follows  id of the event that carries the fill before it
    record Place(long sequence, Optional<String> follows) {}

    /// Tells of a transition that neither filled the order nor ended it; empty where nobody needs to hear of it.
    @FunctionalInterface
    public interface Telling {

        /// Of nothing.
        Telling NOTHING = _ -> Optional.empty();

        Optional<OutgoingEvent> of(Order order);
    }

    /// Writes an order down with which nothing can be done yet.
    ///
    /// @param waitsForPrice whether that is because its instrument has had no price
    public Uni<Void> intend(Order intended, BrokerAccount account, boolean waitsForPrice) {
        return existing(intended).chain(waiting -> {
            if (waiting.isPresent()) {
                waiting.get().waitsForPrice = waitsForPrice;
                return Uni.createFrom().voidItem();
            }
            var row = row(intended, account);
            row.waitsForPrice = waitsForPrice;
            return insert(row).chain(session -> session.persist(transition(intended)));
        });
    }

    /// Writes what became of an intended order at once; its row may exist already, if it has waited.
    ///
    /// @param steps at least one
    /// @param at    time of what is no fill
    /// @return the events that tell of it
    public Uni<List<OutgoingEvent>> write(Order intended, List<Transition> steps, BrokerAccount account, Instant at) {
        var outcome = steps.getLast().order();
        return existing(intended)
                .chain(waiting -> {
                    if (waiting.isPresent()) {
                        update(waiting.get(), outcome);
                        return Uni.createFrom().voidItem();
                    }
                    return insert(row(outcome, account)).chain(session -> session.persist(transition(intended)));
                })
                .chain(() -> follow(steps, Telling.NOTHING, at));
    }

    /// Writes further steps of an order whose row is in the session.
    ///
    /// @return the events that tell of them
    public Uni<List<OutgoingEvent>> write(OrderRow row, List<Transition> steps, Telling telling, Instant at) {
        if (steps.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        update(row, steps.getLast().order());
        return follow(steps, telling, at);
    }

    private static Uni<Optional<OrderRow>> existing(Order order) {
        return OrderRow.<OrderRow>findById(order.request().orderId()).map(Optional::ofNullable);
    }

    private static Uni<Mutiny.Session> insert(OrderRow row) {
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush).replaceWith(session));
    }

    private Uni<List<OutgoingEvent>> follow(List<Transition> steps, Telling telling, Instant at) {
        var transitions = steps.stream().map(each -> transition(each.order())).toArray();
        var written = Panache.getSession().chain(session -> session.persistAll(transitions));
        return written.chain(() -> Multi.createFrom()
                        .iterable(steps)
                        .onItem()
                        .transformToUniAndConcatenate(each -> event(each, telling, at))
                        .collect()
                        .asList())
                .map(each -> each.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<OutgoingEvent>> event(Transition step, Telling telling, Instant at) {
        var order = step.order();
        if (step.fill().isPresent()) {
            var fill = step.fill().get();
            return append(step, fill).map(place -> Optional.of(OrderEvents.filled(order, fill, place)));
        }
        return Uni.createFrom()
                .item(order.status().isFailure() ? Optional.of(OrderEvents.failed(order, at)) : telling.of(order));
    }

    /// Appends a fill to its lane's books. The lock makes fills of one strategy and instrument wait for each other.
    private Uni<Place> append(Transition step, Fill fill) {
        var request = step.order().request();
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
                    return session.persist(fillRow(step, fill, place.sequence()))
                            .replaceWith(place);
                }));
    }

    /// An order as the domain knows it.
    public static Order order(OrderRow row) {
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

    private static FillRow fillRow(Transition step, Fill fill, long sequence) {
        var request = step.order().request();
        var row = new FillRow();
        row.id = fill.fillId();
        row.orderId = request.orderId();
        row.eventId = OrderEvents.id(step.order());
        row.broker = request.broker().name();
        row.strategy = request.strategy().value();
        row.instrument = request.instrument().toString();
        row.side = request.side();
        row.sequence = sequence;
        row.tradeId = step.tradeId().orElse(null);
        row.quantity = fill.lastQuantity().value();
        row.price = fill.lastPrice().value();
        row.fees = fill.fees().amount();
        row.executedAt = fill.executedAt();
        return row;
    }
}
