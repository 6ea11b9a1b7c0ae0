package io.alphapanda.local.kite.server;

import static io.alphapanda.local.kite.server.Json.number;

import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.India;
import io.alphapanda.local.kite.exchange.MarketView;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Quotes and the list of instruments. An instrument nobody lists is absent from the answer.
final class MarketRoutes {
    private static final int MOST_QUOTES = 500;
    private static final int MOST_PRICES = 1000;

    private final Door door;
    private final SimulatedExchange exchange;
    private final SimulatorTime time;

    MarketRoutes(Door door, SimulatedExchange exchange, SimulatorTime time) {
        this.door = door;
        this.exchange = exchange;
        this.time = time;
    }

    void mount(Router router) {
        router.get("/quote")
                .handler(context ->
                        door.closed(context, Endpoint.QUOTE, call -> quotes(call, MOST_QUOTES, this::quote)));
        router.get("/quote/ohlc")
                .handler(context ->
                        door.closed(context, Endpoint.OHLC, call -> quotes(call, MOST_PRICES, MarketRoutes::ohlc)));
        router.get("/quote/ltp")
                .handler(context ->
                        door.closed(context, Endpoint.LTP, call -> quotes(call, MOST_PRICES, MarketRoutes::last)));
        router.get("/instruments")
                .handler(context -> door.open(
                        context, Endpoint.INSTRUMENTS, _ -> Reply.csv(InstrumentsCsv.gzipped(exchange.instruments()))));
        router.get("/instruments/:exchange")
                .handler(context -> door.open(
                        context,
                        Endpoint.INSTRUMENTS,
                        call -> Reply.csv(InstrumentsCsv.gzipped(exchange.instruments().stream()
                                .filter(instrument -> instrument.exchange().equals(call.path("exchange")))
                                .toList()))));
    }

    private Reply quotes(Call call, int most, Function<MarketView, Map<String, @Nullable Object>> shape) {
        List<String> keys = call.parameters().all("i");
        if (keys.isEmpty() || keys.size() > most) {
            throw new RefusedException(
                    ErrorType.INPUT, "Invalid `i`: 1 to %d instruments, not %d.".formatted(most, keys.size()));
        }
        int leftOut = call.struck()
                .find(Fault.LeaveOutQuotes.class)
                .map(Fault.LeaveOutQuotes::count)
                .orElse(0);
        Map<String, @Nullable Object> json = Json.object();
        keys.stream().skip(leftOut).forEach(key -> exchange.quote(key)
                .ifPresent(view -> json.put(key, shape.apply(view))));
        return Reply.success(json);
    }

    private static Map<String, @Nullable Object> last(MarketView view) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("instrument_token", view.instrument().token());
        json.put("last_price", number(view.last()));
        return json;
    }

    private static Map<String, @Nullable Object> ohlc(MarketView view) {
        Map<String, @Nullable Object> json = last(view);
        json.put("ohlc", day(view));
        return json;
    }

    private Map<String, @Nullable Object> quote(MarketView view) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("instrument_token", view.instrument().token());
        json.put("timestamp", India.timestamp(time.now()));
        json.put("last_trade_time", Rows.timestamp(view.lastTradeAt()));
        json.put("last_price", number(view.last()));
        json.put("last_quantity", view.lastQuantity());
        json.put("buy_quantity", view.totalBids());
        json.put("sell_quantity", view.totalAsks());
        json.put("volume", view.volume());
        json.put("average_price", number(view.average()));
        json.put("oi", 0);
        json.put("oi_day_high", 0);
        json.put("oi_day_low", 0);
        json.put("net_change", number(view.last().subtract(view.close())));
        json.put("lower_circuit_limit", number(view.lowerCircuit()));
        json.put("upper_circuit_limit", number(view.upperCircuit()));
        json.put("ohlc", day(view));
        Map<String, @Nullable Object> depth = Json.object();
        depth.put("buy", view.bids().stream().map(MarketRoutes::level).toList());
        depth.put("sell", view.asks().stream().map(MarketRoutes::level).toList());
        json.put("depth", depth);
        return json;
    }

    private static Map<String, @Nullable Object> day(MarketView view) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("open", number(view.open()));
        json.put("high", number(view.high()));
        json.put("low", number(view.low()));
        json.put("close", number(view.close()));
        return json;
    }

    private static Map<String, @Nullable Object> level(MarketView.DepthLevel level) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("price", number(level.price()));
        json.put("quantity", level.quantity());
        json.put("orders", level.orders());
        return json;
    }
}
