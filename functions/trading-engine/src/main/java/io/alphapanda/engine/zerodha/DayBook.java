package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.BrokerTrade;
import io.alphapanda.engine.live.Book;
import io.alphapanda.kite.order.KiteOrder;
import io.alphapanda.kite.order.KiteTrade;
import io.alphapanda.kite.order.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Kite's orders and trades of a day as a book by tag.
final class DayBook {

    private DayBook() {}

    static Book.Read of(LocalDate day, List<KiteOrder> orders, List<KiteTrade> trades) {
        var byOrder = trades.stream().collect(Collectors.groupingBy(KiteTrade::orderId));
        Map<String, List<BrokerOrder>> byTag = orders.stream()
                .filter(each -> !each.tag().isEmpty())
                .collect(Collectors.groupingBy(
                        KiteOrder::tag,
                        Collectors.mapping(
                                each -> order(each, byOrder.getOrDefault(each.orderId(), List.of())),
                                Collectors.toList())));
        return new Book.Read(day, byTag);
    }

    static BrokerOrder order(KiteOrder order, List<KiteTrade> trades) {
        return new BrokerOrder(
                order.orderId().value(),
                state(order.status()),
                new Quantity(order.filledQuantity()),
                trades.stream().map(each -> trade(order, each)).toList(),
                order.statusMessage());
    }

    /// A status nobody knows counts as working: taking a live order for dead loses it.
    private static BrokerOrder.State state(OrderStatus status) {
        if (!status.isTerminal()) {
            return BrokerOrder.State.WORKING;
        }
        if (status.isComplete()) {
            return BrokerOrder.State.COMPLETE;
        }
        return status.isRejected() ? BrokerOrder.State.REJECTED : BrokerOrder.State.CANCELLED;
    }

    private static BrokerTrade trade(KiteOrder order, KiteTrade trade) {
        return new BrokerTrade(
                trade.tradeId(), new Quantity(trade.quantity()), new Price(trade.averagePrice()), at(order, trade));
    }

    /// When it was executed; of what Kite sends the closest to that.
    private static Instant at(KiteOrder order, KiteTrade trade) {
        return trade.fillTimestamp()
                .or(trade::exchangeTimestamp)
                .or(order::exchangeUpdateTimestamp)
                .or(order::orderTimestamp)
                .or(() -> Optional.of(Instant.EPOCH))
                .orElseThrow();
    }
}
