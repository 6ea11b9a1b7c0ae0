package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.BrokerTrade;
import io.alphapanda.engine.live.Book;
import io.alphapanda.engine.live.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// Alpaca's orders and fills as a book by tag. Every order has a client order id there; ours are known by their form.
final class DayBook {

    private DayBook() {}

    static Book.Read of(LocalDate day, List<AlpacaOrder> orders, List<AlpacaFill> fills, Statuses statuses) {
        var byOrder = fills.stream().collect(Collectors.groupingBy(AlpacaFill::orderId));
        return new Book.Read(
                day,
                orders.stream()
                        .filter(each -> Tag.isOurs(each.clientOrderId()))
                        .collect(Collectors.groupingBy(
                                AlpacaOrder::clientOrderId,
                                Collectors.mapping(
                                        each -> order(each, byOrder.getOrDefault(each.id(), List.of()), statuses),
                                        Collectors.toList()))));
    }

    /// Everything there is of the account. An order of an earlier day that fills today is not among the orders, so the
    /// position it leaves is not explained by them.
    static Statement.Read statement(
            LocalDate day,
            List<AlpacaOrder> orders,
            List<AlpacaFill> fills,
            List<AlpacaPosition> positions,
            Statuses statuses) {
        var byOrder = fills.stream().collect(Collectors.groupingBy(AlpacaFill::orderId));
        return new Statement.Read(
                day,
                orders.stream()
                        .map(each -> new Statement.Line(
                                each.clientOrderId(),
                                each.symbol().listed(),
                                each.sells() ? Side.SELL : Side.BUY,
                                order(each, byOrder.getOrDefault(each.id(), List.of()), statuses)))
                        .toList(),
                positions.stream().map(AlpacaPosition::held).toList());
    }

    /// Whether every order's executions are there as far as it is filled.
    static boolean addsUp(Book.Read book) {
        return book.orders().values().stream().flatMap(List::stream).allMatch(DayBook::addsUp);
    }

    private static boolean addsUp(BrokerOrder order) {
        var executed = order.trades().stream().map(BrokerTrade::quantity).reduce(Quantity.ZERO, Quantity::plus);
        return executed.compareTo(order.filledQuantity()) >= 0;
    }

    private static BrokerOrder order(AlpacaOrder order, List<AlpacaFill> fills, Statuses statuses) {
        var state = statuses.of(order);
        return new BrokerOrder(
                order.id(),
                state,
                new Quantity(order.filledQuantity()),
                fills.stream().map(DayBook::trade).toList(),
                state == BrokerOrder.State.WORKING || state == BrokerOrder.State.COMPLETE ? "" : order.status());
    }

    private static BrokerTrade trade(AlpacaFill fill) {
        return new BrokerTrade(fill.id(), new Quantity(fill.quantity()), new Price(fill.price()), fill.at());
    }
}
