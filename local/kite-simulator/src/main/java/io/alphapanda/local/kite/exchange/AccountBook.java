package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Everything of one account: the orders and trades of the day, positions, holdings, cash.
final class AccountBook {
    private final AccountSpec account;
    private final Margins margins;
    private final Function<SimulatedInstrument, MarketView> markets;
    private final Map<String, SimulatedOrder> orders = new LinkedHashMap<>();
    private final List<TradeRow> trades = new ArrayList<>();
    private final Positions positions = new Positions();
    private final Holdings holdings = new Holdings();
    private BigDecimal cash;

    AccountBook(AccountSpec account, Margins margins, Function<SimulatedInstrument, MarketView> markets) {
        this.account = account;
        this.margins = margins;
        this.markets = markets;
        this.cash = account.cash();
    }

    AccountSpec account() {
        return account;
    }

    Holdings holdings() {
        return holdings;
    }

    Positions positions() {
        return positions;
    }

    void add(SimulatedOrder order) {
        orders.put(order.orderId(), order);
    }

    /// @throws RefusedException when the day's book has no such order, or does not show it yet
    SimulatedOrder visible(String orderId, Instant now) {
        SimulatedOrder order = orders.get(orderId);
        if (order == null || !order.visibleAt(now)) {
            throw new RefusedException(ErrorType.ORDER, "Couldn't find that `order_id`.");
        }
        return order;
    }

    List<SimulatedOrder> orders() {
        return List.copyOf(orders.values());
    }

    void add(TradeRow trade) {
        trades.add(trade);
        positions.add(trade);
        if (trade.product() == Product.CNC) {
            holdings.use(trade.instrument(), positions.quantity(trade.instrument(), Product.CNC));
        }
    }

    List<TradeRow> trades() {
        return List.copyOf(trades);
    }

    List<PositionRow> positionRows() {
        return positions.rows(markets);
    }

    List<HoldingRow> holdingRows() {
        return holdings.rows(markets);
    }

    Funds funds() {
        BigDecimal blocked = orders.values().stream()
                .filter(order -> !order.status().terminal())
                .map(this::required)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return margins.funds(cash, blocked, positionRows());
    }

    /// What a new order of that ticket would hold back.
    BigDecimal required(OrderTicket ticket) {
        return required(ticket, ticket.quantity());
    }

    /// A new day: the book is empty, what was bought is on its way to the holdings, the money has moved.
    void roll() {
        cash = margins.settle(cash, positionRows());
        holdings.roll(positionRows().stream()
                .filter(position -> position.product().delivery())
                .toList());
        positions.roll();
        orders.values().removeIf(order -> order.status() != OrderStatus.AMO_REQ_RECEIVED);
        trades.clear();
    }

    private BigDecimal required(SimulatedOrder order) {
        return required(order.ticket(), order.leaves());
    }

    private BigDecimal required(OrderTicket ticket, long leaves) {
        if (ticket.side() == Side.SELL && ticket.product().delivery()) {
            return BigDecimal.ZERO;
        }
        return margins.required(
                ticket,
                markets.apply(ticket.instrument()).last(),
                leaves,
                positions.quantity(ticket.instrument(), ticket.product()));
    }
}
