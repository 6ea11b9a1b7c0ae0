package io.alphapanda.engine.alpaca;

import java.math.BigDecimal;
import java.time.Instant;

/// An order as Alpaca's book shows it.
///
/// @param id             theirs
/// @param clientOrderId  ours, or one Alpaca made up for an order by other hands
/// @param status         Alpaca's word
/// @param filledQuantity cumulative
/// @param submittedAt    by Alpaca's clock
/// @param symbol         with its class of asset; of an order of several legs it has none
/// @param sells          rather than buys
record AlpacaOrder(
        String id,
        String clientOrderId,
        String status,
        BigDecimal filledQuantity,
        Instant submittedAt,
        Symbol symbol,
        boolean sells) {

    static AlpacaOrder of(Row row) {
        return new AlpacaOrder(
                row.text("id"),
                row.text("client_order_id"),
                row.text("status"),
                row.decimal("filled_qty"),
                row.moment("submitted_at"),
                Symbol.of(row),
                row.textIfAny("side").equals("sell"));
    }
}
