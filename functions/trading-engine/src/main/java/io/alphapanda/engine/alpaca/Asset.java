package io.alphapanda.engine.alpaca;

import java.math.BigDecimal;
import java.util.Optional;

/// What Alpaca trades under a symbol.
///
/// @param tradable     now
/// @param fractionable in parts of a share
record Asset(String symbol, boolean tradable, boolean fractionable) {

    /// Digits behind the point Alpaca takes.
    private static final int MOST_DIGITS = 9;

    static Asset of(Row row) {
        return new Asset(row.text("symbol"), row.flag("tradable"), row.flag("fractionable"));
    }

    /// What is wrong with a quantity of it.
    Optional<String> fault(BigDecimal quantity) {
        int digits = quantity.stripTrailingZeros().scale();
        if (digits > 0 && !fractionable) {
            return Optional.of("quantity " + quantity.toPlainString() + " must be whole: " + symbol
                    + " is not traded in parts of a share");
        }
        if (digits > MOST_DIGITS) {
            return Optional.of("quantity " + quantity.toPlainString() + " must have at most " + MOST_DIGITS
                    + " digits behind the point");
        }
        return Optional.empty();
    }
}
