package io.alphapanda.engine.book;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderAcknowledged;
import io.alphapanda.domain.event.OrderFailed;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.OrderSubmitted;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.stage.event.OutgoingEvent;
import java.time.Instant;
import java.util.Optional;

/// The events that tell of an order. Their ids count the order's versions.
public final class OrderEvents {

    private OrderEvents() {}

    static String id(Order order) {
        return Ids.orderEvent(order.request().orderId(), order.version());
    }

    static OutgoingEvent filled(Order order, Fill fill, OrderBooks.Place place) {
        return event(
                order,
                Topics.ordersFilled(order.request().broker()),
                EventType.ORDER_FILLED,
                order.request().partitionKey(),
                fill.executedAt(),
                new OrderFilled(order, fill, place.sequence(), place.follows()));
    }

    static OutgoingEvent failed(Order order, Instant at) {
        return event(
                order,
                Topics.ordersFailed(order.request().broker()),
                EventType.ORDER_FAILED,
                order.request().partitionKey(),
                at,
                new OrderFailed(order));
    }

    /// @param tag    by which the broker's book knows it
    /// @param sendBy not written to the broker after this
    public static OutgoingEvent submitted(Order order, String tag, Instant sendBy, Instant at) {
        return event(
                order,
                Topics.ordersSubmitted(order.request().broker()),
                EventType.ORDER_SUBMITTED,
                order.request().orderId(),
                at,
                new OrderSubmitted(order, tag, sendBy));
    }

    /// @param tag           by which the broker's book knows it
    /// @param brokerOrderId theirs
    public static OutgoingEvent acknowledged(Order order, String tag, String brokerOrderId, Instant at) {
        return event(
                order,
                Topics.ordersAcknowledged(order.request().broker()),
                EventType.ORDER_ACKNOWLEDGED,
                order.request().orderId(),
                at,
                new OrderAcknowledged(order, tag, brokerOrderId));
    }

    private static OutgoingEvent event(
            Order order, String topic, EventType type, String key, Instant time, Object payload) {
        var request = order.request();
        return new OutgoingEvent(
                topic,
                type,
                id(order),
                time,
                key,
                Optional.of(request.broker().name()),
                Optional.of(request.correlationId()),
                payload);
    }
}
