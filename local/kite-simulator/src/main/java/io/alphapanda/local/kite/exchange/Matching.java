package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Supplier;

/// How an order meets the last tick. A tick carries so many pieces; orders take them first come, first served, and
/// wait with the rest. Who comes to a price that is already there pays that price; who waited in the book gets his own.
final class Matching {
    /// What a fill leads to.
    interface Fills {
        void filled(SimulatedOrder order, TradeRow trade);
    }

    private final OrderIds ids;
    private final boolean protectionNeeded;
    private final Fills fills;

    Matching(OrderIds ids, boolean protectionNeeded, Fills fills) {
        this.ids = ids;
        this.protectionNeeded = protectionNeeded;
        this.fills = fills;
    }

    /// Triggers, converts and fills as far as the last tick allows.
    void match(SimulatedOrder order, InstrumentMarket market, Instant now) {
        MarketView view = market.view();
        if (!order.live() || view.lastTradeAt() == null) {
            return;
        }
        if (order.waitsForTrigger()) {
            if (!reached(order.ticket(), view.last())) {
                return;
            }
            order.trigger(now);
        }
        protect(order, view);
        long quantity = Math.min(order.leaves(), Math.min(market.liquidity(), cap(order)));
        if (quantity > 0 && marketable(order.ticket(), view.last())) {
            market.take(quantity);
            fill(order, order.rested() ? order.ticket().price() : view.last(), quantity, now);
        }
        order.rest();
    }

    /// Fills a quantity whatever the market says, at the order's price or the last one.
    void force(SimulatedOrder order, InstrumentMarket market, long quantity, Instant now) {
        MarketView view = market.view();
        protect(order, view);
        BigDecimal price = view.lastPrice()
                .filter(last -> marketable(order.ticket(), last))
                .or(() -> java.util.Optional.of(order.ticket().price()).filter(limit -> limit.signum() > 0))
                .orElseGet(lastKnown(view));
        if (order.live() && quantity > 0) {
            fill(order, price, Math.min(quantity, order.leaves()), now);
        }
    }

    /// Executes once more of a complete order, at its average price.
    void beyond(SimulatedOrder order, long quantity, Instant now) {
        fill(order, order.averagePrice(), quantity, now);
    }

    private static Supplier<BigDecimal> lastKnown(MarketView view) {
        return () -> view.last().signum() > 0 ? view.last() : view.instrument().priceIncrement();
    }

    /// A market order becomes a limit order at its protection price as soon as there is a price to measure from.
    private void protect(SimulatedOrder order, MarketView view) {
        OrderTicket ticket = order.ticket();
        boolean protects = !ticket.type().priced()
                && protectionNeeded
                && ticket.protection().signum() != 0;
        if (protects && view.last().signum() > 0) {
            BigDecimal percent = MarketProtection.percent(ticket.protection(), ticket.instrument(), view.last());
            order.protectAt(MarketProtection.limit(ticket.side(), percent, view, view.last()), percent);
        }
    }

    private void fill(SimulatedOrder order, BigDecimal price, long quantity, Instant now) {
        order.fill(price, quantity, now);
        OrderTicket ticket = order.ticket();
        fills.filled(
                order,
                new TradeRow(
                        ids.trade(),
                        order.orderId(),
                        order.exchangeOrderId(),
                        ticket.instrument(),
                        ticket.product(),
                        ticket.side(),
                        price,
                        quantity,
                        now));
    }

    private static long cap(SimulatedOrder order) {
        long most = order.fate().fillAtMost();
        return most == 0 ? Long.MAX_VALUE : most;
    }

    private static boolean reached(OrderTicket ticket, BigDecimal last) {
        return last.subtract(ticket.trigger()).signum() * ticket.side().sign() >= 0;
    }

    private static boolean marketable(OrderTicket ticket, BigDecimal last) {
        return !ticket.type().priced()
                || ticket.price().subtract(last).signum() * ticket.side().sign() >= 0;
    }
}
