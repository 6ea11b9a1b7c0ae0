package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One order under way; every step is kept as a row.
final class SimulatedOrder {
    private final String userId;
    private final String orderId;
    private final OrderFate fate;
    private final @Nullable String parentId;
    private final Instant receivedAt;
    private final List<OrderRow> history = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private OrderTicket ticket;
    private OrderStatus status = OrderStatus.PUT_ORDER_REQ_RECEIVED;
    private OrderStatus resting = OrderStatus.OPEN;
    private @Nullable String exchangeOrderId;
    private @Nullable String message;
    private @Nullable Instant exchangeAt;
    private boolean atExchange;
    private boolean rested;
    private boolean fromMarket;
    private int modifications;
    private long filled;
    private BigDecimal paid = BigDecimal.ZERO;

    SimulatedOrder(
            String userId, String orderId, OrderTicket ticket, OrderFate fate, @Nullable String parentId, Instant now) {
        this.userId = userId;
        this.orderId = orderId;
        this.ticket = ticket;
        this.fate = fate;
        this.parentId = parentId;
        this.receivedAt = now;
        if (ticket.tag() != null) {
            tags.add(ticket.tag());
        }
        if (parentId != null) {
            tags.addAll(List.of("autoslice", "autoslice:" + parentId));
        }
    }

    String userId() {
        return userId;
    }

    String orderId() {
        return orderId;
    }

    @Nullable
    String parentId() {
        return parentId;
    }

    OrderTicket ticket() {
        return ticket;
    }

    OrderFate fate() {
        return fate;
    }

    OrderStatus status() {
        return status;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    boolean reachedExchange() {
        return exchangeOrderId != null;
    }

    String exchangeOrderId() {
        if (exchangeOrderId == null) {
            throw new IllegalStateException("order %s has not reached the exchange".formatted(orderId));
        }
        return exchangeOrderId;
    }

    boolean visibleAt(Instant now) {
        return !now.isBefore(receivedAt.plus(fate.hiddenFor()));
    }

    long leaves() {
        return Math.max(0, ticket.quantity() - filled);
    }

    long filled() {
        return filled;
    }

    BigDecimal averagePrice() {
        return Prices.average(paid, filled);
    }

    /// Whether a tick may fill or trigger it.
    boolean live() {
        return atExchange && !status.terminal();
    }

    boolean waitsForTrigger() {
        return resting == OrderStatus.TRIGGER_PENDING;
    }

    /// It has been in the book without being marketable, so whoever trades with it pays its price.
    boolean rested() {
        return rested && !fromMarket;
    }

    void rest() {
        rested = true;
    }

    int modifications() {
        return modifications;
    }

    void enter(OrderStatus next, Instant now) {
        status = next;
        history.add(row(now));
    }

    void reachExchange(String id, Instant now) {
        exchangeOrderId = id;
        exchangeAt = now;
        atExchange = true;
        resting = ticket.type().triggered() ? OrderStatus.TRIGGER_PENDING : OrderStatus.OPEN;
        enter(resting, now);
    }

    void trigger(Instant now) {
        resting = OrderStatus.OPEN;
        if (status == OrderStatus.TRIGGER_PENDING) {
            enter(OrderStatus.OPEN, now);
        }
    }

    /// A market order turns into a limit order at its protection price.
    void protectAt(BigDecimal limit, BigDecimal percent) {
        ticket = ticket.withType(OrderType.LIMIT).withPrice(limit).withProtection(BigDecimal.ZERO);
        tags.addAll(List.of("mktp", MarketProtection.tag(percent)));
        fromMarket = true;
    }

    void reject(String reason, Instant now) {
        message = reason;
        enter(OrderStatus.REJECTED, now);
    }

    void cancel(@Nullable String reason, Instant now) {
        message = reason;
        enter(OrderStatus.CANCELLED, now);
    }

    void countModification() {
        modifications++;
    }

    void change(OrderTicket changed, Instant now) {
        ticket = changed;
        rested = false;
        if (atExchange) {
            resting = waitsForTrigger() && changed.type().triggered() ? OrderStatus.TRIGGER_PENDING : OrderStatus.OPEN;
            enter(OrderStatus.MODIFIED, now);
            enter(resting, now);
        } else {
            enter(OrderStatus.AMO_REQ_RECEIVED, now);
        }
    }

    void fill(BigDecimal price, long quantity, Instant now) {
        filled += quantity;
        paid = paid.add(Prices.value(price, quantity));
        if (leaves() == 0) {
            enter(OrderStatus.COMPLETE, now);
        } else {
            enter(status, now);
        }
    }

    List<OrderRow> history() {
        return List.copyOf(history);
    }

    OrderRow row() {
        return history.getLast();
    }

    private OrderRow row(Instant now) {
        boolean refused = status == OrderStatus.REJECTED;
        return new OrderRow(
                userId,
                orderId,
                exchangeOrderId,
                null,
                fate.shownStatus() == null || status.terminal() ? status.text() : fate.shownStatus(),
                message,
                message,
                now,
                exchangeAt,
                exchangeAt == null ? null : now,
                ticket,
                modifications > 0,
                averagePrice(),
                filled,
                refused ? 0 : leaves(),
                status == OrderStatus.CANCELLED ? leaves() : 0,
                List.copyOf(tags));
    }
}
