package io.alphapanda.engine.alpaca;

import java.math.BigDecimal;
import java.time.Instant;

/// One execution, an activity of the account.
///
/// @param id       of the activity: the same whenever it is read
/// @param orderId  Alpaca's
/// @param quantity of this execution alone
record AlpacaFill(String id, String orderId, BigDecimal quantity, BigDecimal price, Instant at) {

    static AlpacaFill of(Row row) {
        return new AlpacaFill(
                row.text("id"),
                row.text("order_id"),
                row.decimal("qty"),
                row.decimal("price"),
                row.moment("transaction_time"));
    }
}
