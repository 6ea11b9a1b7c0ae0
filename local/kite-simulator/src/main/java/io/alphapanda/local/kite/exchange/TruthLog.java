package io.alphapanda.local.kite.exchange;

import java.util.ArrayList;
import java.util.List;

/// Keeps every order and every fill for {@link Truth}.
final class TruthLog {
    private final List<SimulatedOrder> orders = new ArrayList<>();
    private final List<TradeRow> trades = new ArrayList<>();

    void add(SimulatedOrder order) {
        orders.add(order);
    }

    void add(TradeRow trade) {
        trades.add(trade);
    }

    Truth read() {
        return new Truth(orders.stream().map(this::entry).toList());
    }

    private Truth.Entry entry(SimulatedOrder order) {
        OrderTicket ticket = order.ticket();
        return new Truth.Entry(
                order.userId(),
                order.orderId(),
                order.parentId(),
                ticket.tag(),
                ticket.origin(),
                order.receivedAt(),
                ticket.instrument().key(),
                ticket.side(),
                ticket.quantity(),
                order.filled(),
                order.status(),
                order.reachedExchange(),
                trades.stream()
                        .filter(trade -> trade.orderId().equals(order.orderId()))
                        .toList());
    }
}
