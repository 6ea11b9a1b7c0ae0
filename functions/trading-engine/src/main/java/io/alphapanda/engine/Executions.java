package io.alphapanda.engine;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderFailed;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.event.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Has an order executed and writes down what became of it, in one transaction; gives the events that tell of it.
@Singleton
final class Executions {

    private final Traders traders;
    private final OrderBooks books;

    Executions(Traders traders, OrderBooks books) {
        this.traders = traders;
        this.books = books;
    }

    Uni<List<OutgoingEvent>> execute(Order intended, BrokerAccount account, Instant marketAt) {
        var result = traders.of(account).execute(intended, account, marketAt);
        return books.write(intended, result.order(), account).chain(() -> result.fill()
                .map(fill -> filled(result.order(), fill))
                .orElseGet(() -> Uni.createFrom().item(List.of(failed(result.order(), marketAt)))));
    }

    private Uni<List<OutgoingEvent>> filled(Order order, Fill fill) {
        var eventId = Ids.orderEvent(order.request().orderId(), order.version());
        return books.append(order, fill, eventId)
                .map(place -> List.of(outgoing(
                        order,
                        Topics.ordersFilled(order.request().broker()),
                        EventType.ORDER_FILLED,
                        eventId,
                        fill.executedAt(),
                        new OrderFilled(order, fill, place.sequence(), place.follows()))));
    }

    private static OutgoingEvent failed(Order order, Instant marketAt) {
        return outgoing(
                order,
                Topics.ordersFailed(order.request().broker()),
                EventType.ORDER_FAILED,
                Ids.orderEvent(order.request().orderId(), order.version()),
                marketAt,
                new OrderFailed(order));
    }

    private static OutgoingEvent outgoing(
            Order order, String topic, EventType type, String eventId, Instant time, Object payload) {
        var request = order.request();
        return new OutgoingEvent(
                topic,
                type,
                eventId,
                time,
                request.partitionKey(),
                Optional.of(request.broker().name()),
                Optional.of(request.correlationId()),
                payload);
    }
}
