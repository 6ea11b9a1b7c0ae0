package io.alphapanda.engine.alpaca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The orders and fills of the simulator's one account.
final class SimulatedBook {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// As Alpaca's rows, by client order id, in the order of their coming.
    private final Map<String, Map<String, Object>> orders = new LinkedHashMap<>();

    private final List<Map<String, Object>> fills = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private final Map<String, BigDecimal> carried = new LinkedHashMap<>();

    /// @param shown whether the book has it at once
    /// @return its row; empty if the client order id is known
    synchronized Optional<String> take(JsonNode order, boolean shown) {
        var tag = order.path("client_order_id").asText();
        if (orders.containsKey(tag)) {
            return Optional.empty();
        }
        if (!shown) {
            hidden.add(tag);
        }
        var row = add(tag, order.path("symbol").asText(), order.path("qty").asText(), Instant.now());
        row.put("side", order.path("side").asText());
        row.put("type", order.path("type").asText());
        row.put("time_in_force", order.path("time_in_force").asText());
        return Optional.of(write(row));
    }

    /// An order by whatever hands.
    synchronized Map<String, Object> add(String tag, String symbol, String quantity, Instant at) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", "904837e3-3b76-47ec-b432-" + String.format("%012d", orders.size() + 1));
        row.put("client_order_id", tag);
        row.put("submitted_at", at.toString());
        row.put("symbol", symbol);
        row.put("qty", quantity);
        row.put("filled_qty", "0");
        row.put("filled_avg_price", null);
        row.put("status", "new");
        orders.put(tag, row);
        return row;
    }

    synchronized long arrived(String tag) {
        return orders.containsKey(tag) ? 1 : 0;
    }

    synchronized String field(String tag, String key) {
        return String.valueOf(orders.get(tag).get(key));
    }

    synchronized void status(String tag, String status) {
        orders.get(tag).put("status", status);
    }

    /// What a cancellation finds.
    enum Cancellation {
        DONE,
        ENDED,
        UNKNOWN
    }

    /// @param id Alpaca's
    synchronized Cancellation cancel(String id) {
        for (var order : orders.values()) {
            if (order.get("id").equals(id)) {
                if (!List.of("new", "partially_filled").contains(order.get("status"))) {
                    return Cancellation.ENDED;
                }
                order.put("status", "canceled");
                return Cancellation.DONE;
            }
        }
        return Cancellation.UNKNOWN;
    }

    /// What was taken but not shown is shown now.
    synchronized void showAll() {
        hidden.clear();
    }

    synchronized void fill(String tag, String quantity, String price) {
        fills.add(execution(tag, quantity, price, String.format("20260305103000%06d::8efc7b9a", fills.size() + 1)));
    }

    /// An execution that is entered before all others.
    synchronized void fillLate(String tag, String quantity, String price) {
        fills.addFirst(execution(tag, quantity, price, "20260305102959000000::8efc7b9a"));
    }

    private Map<String, Object> execution(String tag, String quantity, String price, String id) {
        var order = orders.get(tag);
        var filled = new BigDecimal(order.get("filled_qty").toString()).add(new BigDecimal(quantity));
        boolean whole = filled.compareTo(new BigDecimal(order.get("qty").toString())) >= 0;
        order.put("filled_qty", filled.toPlainString());
        order.put("status", whole ? "filled" : "partially_filled");
        var fill = new LinkedHashMap<String, Object>();
        fill.put("id", id);
        fill.put("activity_type", "FILL");
        fill.put("order_id", order.get("id"));
        fill.put("type", whole ? "fill" : "partial_fill");
        fill.put("symbol", order.get("symbol"));
        fill.put("qty", quantity);
        fill.put("price", price);
        fill.put("cum_qty", filled.toPlainString());
        fill.put("transaction_time", Instant.now().toString());
        return fill;
    }

    synchronized String orders(Map<String, String> query) {
        require(query, "status", "all");
        require(query, "direction", "asc");
        var after = Instant.parse(query.get("after"));
        return write(orders.values().stream()
                .filter(each -> !hidden.contains(each.get("client_order_id")))
                .filter(each ->
                        Instant.parse(each.get("submitted_at").toString()).isAfter(after))
                .sorted((a, b) -> Instant.parse(a.get("submitted_at").toString())
                        .compareTo(Instant.parse(b.get("submitted_at").toString())))
                .limit(Math.min(500, Integer.parseInt(query.get("limit"))))
                .toList());
    }

    /// From a sell or a buy of every execution, and of what was carried over.
    synchronized String positions() {
        var held = new LinkedHashMap<String, BigDecimal>(carried);
        for (var order : orders.values()) {
            var filled = new BigDecimal(order.get("filled_qty").toString());
            boolean sells = "sell".equals(order.get("side"));
            held.merge(order.get("symbol").toString(), sells ? filled.negate() : filled, BigDecimal::add);
        }
        var rows = new ArrayList<Map<String, Object>>();
        held.forEach((symbol, quantity) -> {
            if (quantity.signum() != 0) {
                rows.add(Map.of(
                        "symbol",
                        symbol,
                        "asset_class",
                        symbol.contains("/") ? "crypto" : "us_equity",
                        "qty",
                        quantity.toPlainString(),
                        "avg_entry_price",
                        "100.5"));
            }
        });
        return write(rows);
    }

    synchronized void carried(String symbol, String quantity) {
        carried.put(symbol, new BigDecimal(quantity));
    }

    synchronized String fills(Map<String, String> query) {
        require(query, "direction", "asc");
        var after = Instant.parse(query.get("after"));
        var token = query.getOrDefault("page_token", "");
        return write(fills.stream()
                .filter(each ->
                        Instant.parse(each.get("transaction_time").toString()).isAfter(after))
                .filter(each -> each.get("id").toString().compareTo(token) > 0)
                .limit(Math.min(100, Integer.parseInt(query.get("page_size"))))
                .toList());
    }

    private static void require(Map<String, String> query, String key, String value) {
        if (!value.equals(query.get(key))) {
            throw new IllegalArgumentException(key + " " + query.get(key) + " must be " + value);
        }
    }

    private static String write(Object rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
