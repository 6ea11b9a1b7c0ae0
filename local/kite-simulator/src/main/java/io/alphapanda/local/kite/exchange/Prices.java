package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Arithmetic on prices.
final class Prices {
    private static final int AVERAGE_SCALE = 6;

    private Prices() {}

    /// The last step at or below `price`.
    static BigDecimal toStep(BigDecimal price, BigDecimal step) {
        return price.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }

    static boolean onStep(BigDecimal price, BigDecimal step) {
        return price.remainder(step).signum() == 0;
    }

    /// `value / quantity`, or zero without a quantity.
    static BigDecimal average(BigDecimal value, long quantity) {
        return quantity == 0
                ? BigDecimal.ZERO
                : value.divide(BigDecimal.valueOf(quantity), AVERAGE_SCALE, RoundingMode.HALF_EVEN);
    }

    static BigDecimal value(BigDecimal price, long quantity) {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
