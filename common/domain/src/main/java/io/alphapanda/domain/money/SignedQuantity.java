package io.alphapanda.domain.money;

import java.math.BigDecimal;

/// A quantity with a direction: above zero is long, below zero is short.
///
/// @param value canonical decimal; at most ten digits behind the point
public record SignedQuantity(BigDecimal value) {

    public static final SignedQuantity FLAT = new SignedQuantity(BigDecimal.ZERO);

    public SignedQuantity {
        value = Decimals.canonical("signed quantity", value);
    }

    public static SignedQuantity of(String text) {
        return new SignedQuantity(Decimals.parse("signed quantity", text));
    }

    public SignedQuantity plus(SignedQuantity other) {
        return new SignedQuantity(value.add(other.value));
    }

    public Quantity magnitude() {
        return new Quantity(value.abs());
    }

    /// What orders of that side can close of it, at most.
    public Quantity closable(Side side) {
        return new Quantity((side == Side.SELL ? value : value.negate()).max(BigDecimal.ZERO));
    }

    public boolean isFlat() {
        return value.signum() == 0;
    }

    public int signum() {
        return value.signum();
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
