package io.alphapanda.domain.money;

import java.math.BigDecimal;

/// The canonical form all value types share: trailing zeros removed, never in scientific notation.
final class Decimals {

    /// Most digits behind the point that any value may carry; a hundred-millionth is bitcoin's smallest unit,
    /// two more leave room for averages.
    static final int MAX_SCALE = 10;

    /// Most digits in all; a hundred trillion rupees to ten decimals.
    static final int MAX_PRECISION = 25;

    private Decimals() {}

    static BigDecimal canonical(String field, BigDecimal value) {
        var stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (stripped.scale() < 0) {
            if (stripped.precision() - stripped.scale() > MAX_PRECISION) {
                throw tooLong(field);
            }
            stripped = stripped.setScale(0);
        }
        if (stripped.scale() > MAX_SCALE) {
            throw new IllegalArgumentException(
                    field + " has " + stripped.scale() + " digits behind the point; at most " + MAX_SCALE + " fit");
        }
        if (stripped.precision() > MAX_PRECISION) {
            throw tooLong(field);
        }
        return stripped;
    }

    private static IllegalArgumentException tooLong(String field) {
        return new IllegalArgumentException(field + " has more than " + MAX_PRECISION + " digits");
    }

    static BigDecimal parse(String field, String text) {
        if (text.length() > MAX_PRECISION + 12) {
            throw new IllegalArgumentException(field + " is longer than a number may be");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " '" + text + "' is not a decimal number", e);
        }
    }
}
