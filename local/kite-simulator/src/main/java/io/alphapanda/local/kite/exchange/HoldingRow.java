package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;

/// Shares in the depository.
///
/// @param quantity   delivered
/// @param t1Quantity bought on the last trading day, not delivered yet
/// @param used       sold today
/// @param authorised released for sale today
public record HoldingRow(
        SimulatedInstrument instrument,
        long quantity,
        long t1Quantity,
        long used,
        long authorised,
        long opening,
        BigDecimal averagePrice,
        BigDecimal last,
        BigDecimal close) {

    public BigDecimal pnl() {
        return Prices.value(last.subtract(averagePrice), quantity + t1Quantity);
    }
}
