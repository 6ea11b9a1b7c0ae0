package io.alphapanda.local.kite.server;

import static io.alphapanda.local.kite.server.Json.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.kite.exchange.Charges;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.MarketView;
import io.alphapanda.local.kite.exchange.OrderTicket;
import io.alphapanda.local.kite.exchange.OrderType;
import io.alphapanda.local.kite.exchange.Product;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.Side;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.fault.Endpoint;
import io.vertx.ext.web.Router;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an order would hold back, and what an executed one costs: JSON arrays in, one row each out, by position.
final class MarginRoutes {
    private final Door door;
    private final SimulatedExchange exchange;

    MarginRoutes(Door door, SimulatedExchange exchange) {
        this.door = door;
        this.exchange = exchange;
    }

    void mount(Router router) {
        router.post("/charges/orders")
                .handler(context -> door.closed(context, Endpoint.CHARGES, call -> each(call, this::contractNote)));
        router.post("/margins/orders")
                .handler(context -> door.closed(
                        context, Endpoint.ORDER_MARGINS, call -> each(call, row -> margin(call.userId(), row))));
    }

    private static Reply each(Call call, Function<JsonNode, Map<String, @Nullable Object>> answer) {
        JsonNode body = Json.read(call.body());
        if (!body.isArray()) {
            throw new RefusedException(ErrorType.INPUT, "Invalid request body: must be a JSON array.");
        }
        List<Object> rows = new ArrayList<>();
        body.forEach(row -> rows.add(answer.apply(row)));
        return Reply.success(rows);
    }

    private Map<String, @Nullable Object> contractNote(JsonNode row) {
        SimulatedInstrument instrument = instrument(row);
        BigDecimal price = decimal(row, "average_price");
        if (price.signum() <= 0) {
            throw new RefusedException(ErrorType.INPUT, "Invalid `average_price`: must be above 0.");
        }
        Map<String, @Nullable Object> json = Json.object();
        json.put("transaction_type", side(row).name());
        json.put("tradingsymbol", instrument.tradingsymbol());
        json.put("exchange", instrument.exchange());
        json.put("variety", text(row, "variety"));
        json.put("product", product(row).name());
        json.put("order_type", text(row, "order_type"));
        json.put("quantity", quantity(row));
        json.put("price", number(price));
        json.put("charges", Rows.charges(Charges.of(instrument, product(row), side(row), quantity(row), price)));
        return json;
    }

    private Map<String, @Nullable Object> margin(String userId, JsonNode row) {
        SimulatedInstrument instrument = instrument(row);
        BigDecimal asked = decimal(row, "price");
        BigDecimal last = exchange.quote(instrument.key()).map(MarketView::last).orElse(BigDecimal.ZERO);
        BigDecimal price = asked.signum() > 0 ? asked : last;
        OrderTicket ticket = OrderTicket.limit(
                        instrument, side(row), quantity(row), product(row), price.toPlainString())
                .withType(OrderType.LIMIT);
        BigDecimal total = exchange.requiredMargin(userId, ticket);
        Map<String, @Nullable Object> profit = Json.object();
        profit.put("realised", 0);
        profit.put("unrealised", 0);
        Map<String, @Nullable Object> json = Json.object();
        json.put("type", "equity");
        json.put("tradingsymbol", instrument.tradingsymbol());
        json.put("exchange", instrument.exchange());
        json.put("span", 0);
        json.put("exposure", 0);
        json.put("option_premium", 0);
        json.put("additional", 0);
        json.put("bo", 0);
        json.put("cash", 0);
        json.put("var", number(total));
        json.put("pnl", profit);
        json.put("leverage", 1);
        json.put("charges", Rows.charges(Charges.of(instrument, product(row), side(row), quantity(row), price)));
        json.put("total", number(total));
        return json;
    }

    private SimulatedInstrument instrument(JsonNode row) {
        return exchange.instrument(text(row, "exchange") + ":" + text(row, "tradingsymbol"));
    }

    private static Side side(JsonNode row) {
        return Parameters.choose("transaction_type", text(row, "transaction_type"), Side.values(), Side::name);
    }

    private static Product product(JsonNode row) {
        return Parameters.choose("product", text(row, "product"), Product.values(), Product::name);
    }

    private static long quantity(JsonNode row) {
        return decimal(row, "quantity").longValue();
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    private static String text(JsonNode row, String field) {
        String value = row.path(field).asText();
        if (value.isEmpty()) {
            throw new RefusedException(ErrorType.INPUT, "Missing or empty field `%s`.".formatted(field));
        }
        return value;
    }
}
