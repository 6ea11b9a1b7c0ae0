package io.alphapanda.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount in an account's currency (rupees for NSE accounts); below zero is owed.
///
/// @param amount canonical decimal; at most ten digits behind the point
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        amount = Decimals.canonical("money", amount);
    }

    public static Money of(String text) {
        return new Money(Decimals.parse("money", text));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negated() {
        return new Money(amount.negate());
    }

    /// The larger of the two.
    public Money max(Money other) {
        return new Money(amount.max(other.amount));
    }

    public Money abs() {
        return new Money(amount.abs());
    }

    /// The given share of this amount, rounded to the ten digits money carries.
    public Money share(BasisPoints points) {
        return new Money(amount.multiply(points.value())
                .divide(BasisPoints.ONE_WHOLE, Decimals.MAX_SCALE, RoundingMode.HALF_EVEN));
    }

    /// `part / whole` of this amount, rounded to the ten digits money carries.
    ///
    /// @throws IllegalArgumentException if `whole` is zero
    public Money portion(Quantity part, Quantity whole) {
        if (whole.isZero()) {
            throw new IllegalArgumentException("a portion of nothing");
        }
        return new Money(
                amount.multiply(part.value()).divide(whole.value(), Decimals.MAX_SCALE, RoundingMode.HALF_EVEN));
    }

    public int signum() {
        return amount.signum();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
