package io.alphapanda.kite.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alphapanda.kite.json.KiteJson;

/// Rows of the order book with little more than they must have.
final class Rows {

    private Rows() {}

    static KiteOrder order(String more) {
        return KiteJson.one(KiteOrder.class).of(KiteJson.tree(json(more).getBytes(UTF_8)));
    }

    static String json(String more) {
        return """
                {"order_id":"1","status":"OPEN","exchange":"NSE","tradingsymbol":"INFY","transaction_type":"BUY",
                "quantity":10,"filled_quantity":0,"average_price":0,%s}""".formatted(more);
    }
}
