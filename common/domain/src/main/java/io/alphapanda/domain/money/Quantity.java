package io.alphapanda.domain.money;

import java.math.BigDecimal;

/// How much of an instrument, without a direction: shares, contracts or fractions of a coin. Never below zero.
///
/// @param value canonical decimal; at most ten digits behind the point
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        value = Decimals.canonical("quantity", value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("quantity " + value.toPlainString() + " must not be below 0");
        }
    }

    public static Quantity of(String text) {
        return new Quantity(Decimals.parse("quantity", text));
    }

    public static Quantity of(long units) {
        return new Quantity(BigDecimal.valueOf(units));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /// What is left after taking `other` away.
    ///
    /// @throws IllegalArgumentException if more is taken than there is
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /// This quantity as a change of position: added by a buy, taken away by a sell.
    public SignedQuantity signed(Side side) {
        return new SignedQuantity(side == Side.BUY ? value : value.negate());
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
