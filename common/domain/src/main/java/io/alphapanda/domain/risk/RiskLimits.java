package io.alphapanda.domain.risk;

import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;

/// What one broker's lane allows.
///
/// @param maxPosition    units per strategy and instrument, long or short; default 1,000
/// @param maxDailyTrades approvals per strategy and trading day; default 50
/// @param priceCollar    how far a price may lie from the reference price; default 1,000 basis points
/// @param maxOrderValue  price × quantity of one order; default 1,000,000
public record RiskLimits(Quantity maxPosition, int maxDailyTrades, BasisPoints priceCollar, Money maxOrderValue) {

    public static final RiskLimits DEFAULT =
            new RiskLimits(Quantity.of(1_000), 50, BasisPoints.of("1000"), Money.of("1000000"));

    public RiskLimits {
        if (maxDailyTrades < 0) {
            throw new IllegalArgumentException("maxDailyTrades " + maxDailyTrades + " must be 0 or more");
        }
        if (priceCollar.compareTo(BasisPoints.ZERO) < 0) {
            throw new IllegalArgumentException("priceCollar " + priceCollar + " must be 0 or more basis points");
        }
        if (maxOrderValue.signum() < 0) {
            throw new IllegalArgumentException("maxOrderValue " + maxOrderValue + " must be 0 or more");
        }
    }
}
