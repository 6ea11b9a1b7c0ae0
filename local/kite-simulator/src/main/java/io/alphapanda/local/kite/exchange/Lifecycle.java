package io.alphapanda.local.kite.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Moves one order from state to state; every step that takes time waits for the simulator's clock.
final class Lifecycle {
    /// Runs something later, under the exchange's lock.
    interface Later {
        void after(Duration delay, Runnable step);
    }

    private final ExchangeTerms terms;
    private final SimulatorTime time;
    private final Later later;
    private final OrderIds ids;
    private final Function<SimulatedInstrument, InstrumentMarket> markets;
    private final OrderListener listener;
    private final Matching matching;

    Lifecycle(
            ExchangeTerms terms,
            SimulatorTime time,
            Later later,
            OrderIds ids,
            Function<SimulatedInstrument, InstrumentMarket> markets,
            OrderListener listener,
            Matching.Fills fills) {
        this.terms = terms;
        this.time = time;
        this.later = later;
        this.ids = ids;
        this.markets = markets;
        this.listener = listener;
        this.matching = new Matching(ids, terms.protectionNeeded(), (order, trade) -> {
            fills.filled(order, trade);
            tell(order, order.leaves() == 0 ? order.status().text() : "UPDATE");
            beyond(order);
        });
    }

    /// What a fault has in store for an order that has just been filled wholly, once.
    private void beyond(SimulatedOrder order) {
        var beyond = order.fate().beyond();
        if (beyond != null && order.filled() == order.ticket().quantity()) {
            later.after(beyond.after(), () -> matching.beyond(order, beyond.quantity(), now()));
        }
    }

    /// @param rejection why the exchange will reject it, if it will
    void start(SimulatedOrder order, Optional<String> rejection) {
        order.enter(OrderStatus.PUT_ORDER_REQ_RECEIVED, now());
        if (order.ticket().variety() == Variety.AMO && rejection.isEmpty()) {
            order.enter(OrderStatus.AMO_REQ_RECEIVED, now());
        } else if (order.fate().fillAtOnce() && rejection.isEmpty()) {
            reachExchange(order);
            matching.force(order, market(order), order.leaves(), now());
        } else {
            later.after(terms.acceptLatency(), () -> arrive(order, rejection));
        }
    }

    /// The session opens: an after-market order goes on like any other.
    void openSession(SimulatedOrder order) {
        if (order.status() == OrderStatus.AMO_REQ_RECEIVED) {
            later.after(terms.acceptLatency(), () -> arrive(order, Optional.empty()));
        }
    }

    void match(SimulatedOrder order) {
        if (!order.status().terminal()) {
            matching.match(order, market(order), now());
        }
    }

    /// The market trades with it, wherever the price is.
    void force(SimulatedOrder order, long quantity) {
        matching.force(order, market(order), quantity, now());
    }

    void change(SimulatedOrder order, OrderTicket changed) {
        order.countModification();
        order.enter(OrderStatus.MODIFY_VALIDATION_PENDING, now());
        order.enter(OrderStatus.MODIFY_PENDING, now());
        later.after(terms.changeLatency(), () -> {
            if (order.status().terminal()) {
                return;
            }
            order.change(changed, now());
            tell(order, "UPDATE");
            match(order);
        });
    }

    void cancel(SimulatedOrder order) {
        order.enter(OrderStatus.CANCEL_PENDING, now());
        later.after(terms.changeLatency(), () -> lapse(order));
    }

    /// Ends an order unfilled: cancelled, out of time, end of the session.
    void lapse(SimulatedOrder order) {
        if (!order.status().terminal()) {
            order.cancel(null, now());
            tell(order, order.status().text());
        }
    }

    private void arrive(SimulatedOrder order, Optional<String> rejection) {
        if (order.status().terminal()) {
            return;
        }
        order.enter(OrderStatus.VALIDATION_PENDING, now());
        if (rejection.isPresent()) {
            order.reject(rejection.get(), now());
            tell(order, order.status().text());
            return;
        }
        order.enter(OrderStatus.OPEN_PENDING, now());
        reachExchange(order);
        later.after(terms.matchLatency(), () -> firstMatch(order));
    }

    private void reachExchange(SimulatedOrder order) {
        order.reachExchange(ids.exchangeOrder(), now());
        if (order.ticket().validity() == Validity.TTL) {
            later.after(order.ticket().ttl(), () -> lapse(order));
        }
    }

    private void firstMatch(SimulatedOrder order) {
        match(order);
        if (order.ticket().validity() == Validity.IOC) {
            lapse(order);
        }
    }

    private void tell(SimulatedOrder order, String status) {
        listener.updated(order.row(), status);
    }

    private InstrumentMarket market(SimulatedOrder order) {
        return markets.apply(order.ticket().instrument());
    }

    private Instant now() {
        return time.now();
    }
}
