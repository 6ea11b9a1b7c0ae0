package io.alphapanda.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The price of one unit of an instrument, in the instrument's currency (rupees on NSE). Always above zero.
///
/// @param value canonical decimal; at most ten digits behind the point
public record Price(BigDecimal value) implements Comparable<Price> {

    public Price {
        value = Decimals.canonical("price", value);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("price " + value.toPlainString() + " must be above 0");
        }
    }

    public static Price of(String text) {
        return new Price(Decimals.parse("price", text));
    }

    /// The amount `quantity` units cost at this price, rounded to the ten digits money carries.
    public Money times(Quantity quantity) {
        return new Money(value.multiply(quantity.value()).setScale(Decimals.MAX_SCALE, RoundingMode.HALF_EVEN));
    }

    /// The same of a position: below zero for a short.
    public Money times(SignedQuantity quantity) {
        return new Money(value.multiply(quantity.value()).setScale(Decimals.MAX_SCALE, RoundingMode.HALF_EVEN));
    }

    /// How far `other` lies from this price, in basis points of this price; positive means above.
    public BasisPoints distanceTo(Price other) {
        return new BasisPoints(other.value
                .subtract(value)
                .multiply(BasisPoints.ONE_WHOLE)
                .divide(value, BasisPoints.SCALE, RoundingMode.HALF_EVEN));
    }

    /// Whether `other` lies more than `points` of this price away, above or below. Exact, where [#distanceTo] is
    /// rounded.
    public boolean isFartherThan(BasisPoints points, Price other) {
        var distance = other.value.subtract(value).abs().multiply(BasisPoints.ONE_WHOLE);
        return distance.compareTo(points.value().multiply(value)) > 0;
    }

    /// This price moved against the trader: up for a buyer, down for a seller, then rounded to the instrument's step
    /// in that same direction, so that rounding never flatters a simulated fill. A seller gets at least one step
    /// (nothing is quoted below it), but never more than this price.
    ///
    /// @throws IllegalArgumentException if `by` is below zero
    public Price worsenedFor(Side side, BasisPoints by, Price increment) {
        if (by.compareTo(BasisPoints.ZERO) < 0) {
            throw new IllegalArgumentException("slippage " + by + " must not be below 0 basis points");
        }
        var factor =
                side == Side.BUY ? BasisPoints.ONE_WHOLE.add(by.value()) : BasisPoints.ONE_WHOLE.subtract(by.value());
        var moved = value.multiply(factor).divide(BasisPoints.ONE_WHOLE);
        var steps = moved.divide(increment.value, 0, side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (steps.signum() <= 0) {
            return compareTo(increment) < 0 ? this : increment;
        }
        return new Price(steps.multiply(increment.value));
    }

    /// The higher of the two.
    public Price max(Price other) {
        return new Price(value.max(other.value));
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
