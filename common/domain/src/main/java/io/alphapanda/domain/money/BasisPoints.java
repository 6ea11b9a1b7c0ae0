package io.alphapanda.domain.money;

import java.math.BigDecimal;

/// A ratio in hundredths of a percent: 100 is one percent, 10,000 the whole. Signed where it measures a distance.
///
/// @param value canonical decimal
public record BasisPoints(BigDecimal value) implements Comparable<BasisPoints> {

    /// Ten thousand points make the whole.
    static final BigDecimal ONE_WHOLE = new BigDecimal("10000");

    /// Digits behind the point of a computed ratio.
    static final int SCALE = 6;

    /// Most digits before the point; enough for the distance between the smallest price and the largest.
    private static final int MAX_WHOLE_DIGITS = 30;

    public static final BasisPoints ZERO = new BasisPoints(BigDecimal.ZERO);

    public BasisPoints {
        value = Decimals.canonical("basis points", value, MAX_WHOLE_DIGITS);
    }

    public static BasisPoints of(String text) {
        return new BasisPoints(Decimals.parse("basis points", text));
    }

    public BasisPoints abs() {
        return new BasisPoints(value.abs());
    }

    @Override
    public int compareTo(BasisPoints other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
