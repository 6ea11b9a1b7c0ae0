package io.alphapanda.domain.order;

import io.alphapanda.domain.money.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What an execution cost against the price the signal was made from: implementation shortfall without the fees.
public final class Slippage {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);
    private static final int DIGITS = 2;

    private Slippage() {}

    /// `(price − reference) / reference × 10,000` for a buyer, the opposite for a seller: above zero is against the
    /// trader. Basis points, rounded half-even to two digits.
    ///
    /// @param reference the signal's, above zero
    public static BigDecimal bps(Side side, BigDecimal reference, BigDecimal price) {
        var against = side == Side.BUY ? price.subtract(reference) : reference.subtract(price);
        return against.multiply(BPS).divide(reference, DIGITS, RoundingMode.HALF_EVEN);
    }
}
