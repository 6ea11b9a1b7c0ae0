package io.alphapanda.domain.money;

import java.math.BigDecimal;

/// The canonical form all value types share: trailing zeros removed, never in scientific notation.
final class Decimals {

    /// Most digits behind the point that any value may carry; a hundred-millionth is bitcoin's smallest unit,
    /// two more leave room for averages.
    static final int MAX_SCALE = 10;

    /// Most digits before the point of a price, a quantity or an amount: hundreds of trillions of rupees. With those
    /// behind it, it is what the ledger's columns hold, `numeric(25, 10)`; a value that exists can be stored.
    static final int MAX_WHOLE_DIGITS = 15;

    /// Longest text read as a number; more than all digits, a sign and an exponent need.
    private static final int MAX_TEXT = 37;

    private Decimals() {}

    static BigDecimal canonical(String field, BigDecimal value) {
        return canonical(field, value, MAX_WHOLE_DIGITS);
    }

    static BigDecimal canonical(String field, BigDecimal value, int maxWholeDigits) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // Before anything is written out, and as long: `1e2147483647` is ten characters, but two billion digits.
        long wholeDigits = (long) value.precision() - value.scale();
        if (wholeDigits > maxWholeDigits) {
            throw new IllegalArgumentException(
                    field + " has " + wholeDigits + " digits before the point; at most " + maxWholeDigits + " fit");
        }
        var stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_SCALE) {
            throw new IllegalArgumentException(
                    field + " has " + stripped.scale() + " digits behind the point; at most " + MAX_SCALE + " fit");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal parse(String field, String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    field + " is " + text.length() + " characters long; a number may have at most " + MAX_TEXT);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " '" + text + "' is not a decimal number", e);
        }
    }
}
