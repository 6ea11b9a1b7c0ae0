package io.alphapanda.kite;

import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.failure.WriteOutcome;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.order.BrokerOrderId;
import io.alphapanda.kite.order.KiteOrder;
import io.alphapanda.kite.order.KiteTrade;
import io.alphapanda.kite.order.NewOrder;
import io.alphapanda.kite.order.OrderChange;
import io.alphapanda.kite.order.Placed;
import io.alphapanda.kite.order.Variety;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Orders and trades of one account. Kite's book holds the current day only.
public final class OrderCalls {

    private final Exchange exchange;
    private final KiteRest rest;
    private final String authorization;
    private final Masking masking;
    private final InstantSource clock;
    private final UnknownWords unknown;

    OrderCalls(Exchange exchange, String authorization, Masking masking, InstantSource clock, UnknownWords unknown) {
        this.exchange = exchange;
        this.rest = exchange.rest();
        this.authorization = authorization;
        this.masking = masking;
        this.clock = clock;
        this.unknown = unknown;
    }

    /// Places an order, once, however often the result is subscribed to.
    ///
    /// @param sendBy checked with the connection in hand, immediately before the order is written to it: later than
    ///               that it does not leave, and the outcome is [WriteOutcome.NotSent]
    public Uni<WriteOutcome<Placed>> place(NewOrder order, Instant sendBy) {
        var departure = new Departure(clock, sendBy);
        return exchange.write(
                departure,
                masking,
                Placed.shape(masking),
                () -> rest.place(authorization, order.variety().wire(), Outgoing.form(order.form(), departure)));
    }

    /// Changes a working order, once; `sendBy` as for placing.
    ///
    /// @param variety of the order, as the book shows it
    public Uni<WriteOutcome<BrokerOrderId>> modify(
            Variety variety, BrokerOrderId id, OrderChange change, Instant sendBy) {
        var departure = new Departure(clock, sendBy);
        return exchange.write(
                departure,
                masking,
                Placed::id,
                () -> rest.modify(authorization, variety.wire(), id.value(), Outgoing.form(change.form(), departure)));
    }

    /// Asks for a cancellation, once. Accepted is not cancelled: the order may fill meanwhile.
    ///
    /// @param variety of the order, as the book shows it
    /// @param parent  of a cover order's second leg
    public Uni<WriteOutcome<BrokerOrderId>> cancel(Variety variety, BrokerOrderId id, Optional<BrokerOrderId> parent) {
        return exchange.write(
                Departure.unseen(),
                masking,
                Placed::id,
                () -> rest.cancel(
                        authorization,
                        variety.wire(),
                        id.value(),
                        parent.map(BrokerOrderId::value).orElse(null)));
    }

    /// The day's orders, whoever placed them. One row that can't be read fails the whole: half a book proves no
    /// order's absence.
    public Uni<List<KiteOrder>> book() {
        return exchange.read("GET /orders", masking, KiteJson.listOf(KiteOrder.class), () -> rest.orders(authorization))
                .map(unknown::heard);
    }

    /// The steps of one order, oldest first.
    public Uni<List<KiteOrder>> history(BrokerOrderId id) {
        return exchange.read(
                        "GET /orders/" + id,
                        masking,
                        KiteJson.listOf(KiteOrder.class),
                        () -> rest.orderHistory(authorization, id.value()))
                .map(unknown::heard);
    }

    /// The day's trades.
    public Uni<List<KiteTrade>> trades() {
        return exchange.read(
                "GET /trades", masking, KiteJson.listOf(KiteTrade.class), () -> rest.trades(authorization));
    }

    /// The trades of one order.
    public Uni<List<KiteTrade>> trades(BrokerOrderId id) {
        return exchange.read(
                "GET /orders/" + id + "/trades",
                masking,
                KiteJson.listOf(KiteTrade.class),
                () -> rest.tradesOf(authorization, id.value()));
    }
}
