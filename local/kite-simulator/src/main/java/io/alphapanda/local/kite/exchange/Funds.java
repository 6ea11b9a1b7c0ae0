package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;

/// The equity segment's money.
///
/// @param opening   cash at the start of the day
/// @param blocked   held back for open orders and margin positions
/// @param delivered paid for delivery and options today, less what was sold
/// @param realised  of intraday and derivative positions that were closed today
public record Funds(BigDecimal opening, BigDecimal blocked, BigDecimal delivered, BigDecimal realised) {
    /// What may be spent: opening - blocked - delivered + realised.
    public BigDecimal available() {
        return opening.subtract(blocked).subtract(delivered).add(realised);
    }

    /// `utilised.debits`.
    public BigDecimal debits() {
        return opening.subtract(available());
    }
}
