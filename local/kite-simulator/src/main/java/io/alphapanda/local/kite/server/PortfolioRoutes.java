package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.Funds;
import io.alphapanda.local.kite.exchange.Product;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.Side;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.fault.Endpoint;
import io.vertx.ext.web.Router;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Positions, holdings, money.
final class PortfolioRoutes {
    private static final Funds NO_FUNDS = new Funds(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private final Door door;
    private final SimulatedExchange exchange;

    PortfolioRoutes(Door door, SimulatedExchange exchange) {
        this.door = door;
        this.exchange = exchange;
    }

    void mount(Router router) {
        router.get("/portfolio/positions")
                .handler(context -> door.closed(context, Endpoint.POSITIONS, this::positions));
        router.put("/portfolio/positions")
                .handler(context -> door.closed(context, Endpoint.CONVERT_POSITION, this::convert));
        router.get("/portfolio/holdings").handler(context -> door.closed(context, Endpoint.HOLDINGS, this::holdings));
        router.post("/portfolio/holdings/authorise")
                .handler(context -> door.closed(context, Endpoint.AUTHORISE_HOLDINGS, this::authorise));
        router.get("/user/margins").handler(context -> door.closed(context, Endpoint.MARGINS, this::margins));
        router.get("/user/margins/:segment").handler(context -> door.closed(context, Endpoint.MARGINS, this::segment));
    }

    private Reply positions(Call call) {
        var json = Json.object();
        json.put(
                "net",
                exchange.netPositions(call.userId()).stream()
                        .map(Rows::position)
                        .toList());
        json.put(
                "day",
                exchange.dayPositions(call.userId()).stream()
                        .map(Rows::position)
                        .toList());
        return Reply.success(json);
    }

    private Reply convert(Call call) {
        Parameters form = call.parameters();
        exchange.convert(
                call.userId(),
                exchange.instrument(form.text("exchange") + ":" + form.text("tradingsymbol")),
                Parameters.choose("transaction_type", form.text("transaction_type"), Side.values(), Side::name),
                "overnight".equals(form.text("position_type")),
                form.whole("quantity").orElse(0L),
                Parameters.choose("old_product", form.text("old_product"), Product.values(), Product::name),
                Parameters.choose("new_product", form.text("new_product"), Product.values(), Product::name));
        return Reply.success(true);
    }

    private Reply holdings(Call call) {
        return Reply.success(
                exchange.holdings(call.userId()).stream().map(Rows::holding).toList());
    }

    /// The real one then shows a page of the depository; here the request itself releases the holdings.
    private Reply authorise(Call call) {
        exchange.authoriseHoldings(call.userId());
        return Reply.success(Map.of("request_id", "simulated" + call.userId()));
    }

    private Reply margins(Call call) {
        var json = Json.object();
        json.put("equity", funds(exchange.funds(call.userId())));
        json.put("commodity", funds(NO_FUNDS));
        return Reply.success(json);
    }

    private Reply segment(Call call) {
        return switch (call.path("segment")) {
            case "equity" -> Reply.success(funds(exchange.funds(call.userId())));
            case "commodity" -> Reply.success(funds(NO_FUNDS));
            default -> throw new RefusedException(ErrorType.INPUT, "Invalid segment: equity or commodity.");
        };
    }

    private static Map<String, @Nullable Object> funds(Funds funds) {
        Map<String, @Nullable Object> available = Json.object();
        available.put("adhoc_margin", 0);
        available.put("cash", Json.number(funds.opening()));
        available.put("opening_balance", Json.number(funds.opening()));
        available.put("live_balance", Json.number(funds.available()));
        available.put("collateral", 0);
        available.put("intraday_payin", 0);
        Map<String, @Nullable Object> utilised = Json.object();
        utilised.put("debits", Json.number(funds.debits()));
        utilised.put("exposure", Json.number(funds.blocked()));
        utilised.put("m2m_realised", Json.number(funds.realised()));
        utilised.put("m2m_unrealised", 0);
        utilised.put("option_premium", 0);
        utilised.put("payout", 0);
        utilised.put("span", 0);
        utilised.put("holding_sales", 0);
        utilised.put("turnover", 0);
        utilised.put("liquid_collateral", 0);
        utilised.put("stock_collateral", 0);
        utilised.put("delivery", Json.number(funds.delivered()));
        Map<String, @Nullable Object> json = Json.object();
        json.put("enabled", true);
        json.put("net", Json.number(funds.available()));
        json.put("available", available);
        json.put("utilised", utilised);
        return json;
    }
}
