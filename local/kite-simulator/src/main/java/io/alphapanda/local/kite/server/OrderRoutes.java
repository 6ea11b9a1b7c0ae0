package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.OrderChange;
import io.alphapanda.local.kite.exchange.OrderRow;
import io.alphapanda.local.kite.exchange.OrderType;
import io.alphapanda.local.kite.exchange.Placement;
import io.alphapanda.local.kite.exchange.Refusal;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.exchange.Validity;
import io.alphapanda.local.kite.exchange.Variety;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.local.kite.fault.Struck;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Placing, modifying, cancelling, and the book of the day.
final class OrderRoutes {
    private final Door door;
    private final SimulatedExchange exchange;

    OrderRoutes(Door door, SimulatedExchange exchange) {
        this.door = door;
        this.exchange = exchange;
    }

    void mount(Router router) {
        router.get("/orders").handler(context -> door.closed(context, Endpoint.ORDERS, this::book));
        router.get("/trades").handler(context -> door.closed(context, Endpoint.TRADES, this::trades));
        router.get("/orders/:id").handler(context -> door.closed(context, Endpoint.ORDER_HISTORY, this::history));
        router.get("/orders/:id/trades")
                .handler(context -> door.closed(context, Endpoint.ORDER_TRADES, this::orderTrades));
        router.post("/orders/:variety").handler(context -> door.closed(context, Endpoint.PLACE_ORDER, this::place));
        router.put("/orders/:variety/:id")
                .handler(context -> door.closed(context, Endpoint.MODIFY_ORDER, this::modify));
        router.delete("/orders/:variety/:id")
                .handler(context -> door.closed(context, Endpoint.CANCEL_ORDER, this::cancel));
    }

    private Reply place(Call call) {
        Struck struck = call.struck();
        struck.find(Fault.RefuseBeforeBook.class).ifPresent(fault -> {
            throw new RefusedException(fault.type(), fault.message());
        });
        Placement placement = exchange.place(
                call.userId(), Tickets.read(exchange, variety(call), call.parameters()), Fates.of(struck));
        return placement.slices().isEmpty() ? orderId(placement.orderId()) : sliced(placement, struck);
    }

    private Reply modify(Call call) {
        variety(call);
        Parameters form = call.parameters();
        exchange.modify(
                call.userId(),
                call.path("id"),
                new OrderChange(
                        form.choice("order_type", OrderType.values(), OrderType::text),
                        form.whole("quantity"),
                        form.decimal("price"),
                        form.decimal("trigger_price"),
                        form.whole("disclosed_quantity"),
                        form.choice("validity", Validity.values(), Validity::name),
                        form.decimal("market_protection")));
        return orderId(call.path("id"));
    }

    private Reply cancel(Call call) {
        variety(call);
        long filledFirst = call.struck()
                .find(Fault.FillBeforeCancel.class)
                .map(Fault.FillBeforeCancel::quantity)
                .orElse(0L);
        exchange.cancel(call.userId(), call.path("id"), filledFirst);
        return orderId(call.path("id"));
    }

    private Reply book(Call call) {
        return Reply.success(rows(exchange.orders(call.userId())));
    }

    private Reply history(Call call) {
        return Reply.success(rows(exchange.history(call.userId(), call.path("id"))));
    }

    private Reply trades(Call call) {
        return Reply.success(
                exchange.trades(call.userId()).stream().map(Rows::trade).toList());
    }

    private Reply orderTrades(Call call) {
        exchange.history(call.userId(), call.path("id"));
        return Reply.success(exchange.trades(call.userId()).stream()
                .filter(trade -> trade.orderId().equals(call.path("id")))
                .map(Rows::trade)
                .toList());
    }

    private static List<?> rows(List<OrderRow> orders) {
        return orders.stream().map(Rows::order).toList();
    }

    private static Variety variety(Call call) {
        return Parameters.choose("variety", call.path("variety"), Variety.values(), Variety::text);
    }

    private static Reply orderId(String orderId) {
        return Reply.success(Map.of("order_id", orderId));
    }

    private static Reply sliced(Placement placement, Struck struck) {
        List<Object> children =
                placement.slices().stream().map(OrderRoutes::slice).toList();
        Optional<Fault.AutosliceAnswer.Shape> shape =
                struck.find(Fault.AutosliceAnswer.class).map(Fault.AutosliceAnswer::shape);
        if (shape.equals(Optional.of(Fault.AutosliceAnswer.Shape.FLAT))) {
            return Reply.success(children);
        }
        var json = Json.object();
        json.put("order_id", placement.orderId());
        json.put("children", children);
        return Reply.success(json);
    }

    private static Object slice(Placement.Slice slice) {
        return switch (slice) {
            case Placement.Slice.Placed(String orderId) -> Map.of("order_id", orderId);
            case Placement.Slice.Failed(Refusal refusal) -> {
                var error = Json.object();
                error.put("code", refusal.status());
                error.put("error_type", refusal.type().text());
                error.put("message", refusal.message());
                error.put("data", null);
                yield Map.of("error", error);
            }
        };
    }
}
