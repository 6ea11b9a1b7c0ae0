package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.engine.live.Statement;
import java.math.BigDecimal;
import java.util.Optional;

/// A position as Alpaca shows it, whoever opened it.
///
/// @param quantity below zero is short
record AlpacaPosition(Symbol symbol, BigDecimal quantity, BigDecimal averagePrice) {

    static AlpacaPosition of(Row row) {
        return new AlpacaPosition(Symbol.of(row), row.decimal("qty"), row.decimal("avg_entry_price"));
    }

    Statement.Held held() {
        return new Statement.Held(
                symbol.listed(),
                new SignedQuantity(quantity),
                averagePrice.signum() > 0 ? Optional.of(new Price(averagePrice)) : Optional.empty());
    }
}
