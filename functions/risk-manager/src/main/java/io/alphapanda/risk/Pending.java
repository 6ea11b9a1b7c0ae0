package io.alphapanda.risk;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.risk.Exposure;
import io.alphapanda.stage.ledger.ReservationRow;
import java.util.List;

/// What a strategy's approvals may still become.
final class Pending {

    private Pending() {}

    /// The cash they may take.
    static Money reserved(List<ReservationRow> reservations) {
        return reservations.stream().map(each -> new Money(each.reserved)).reduce(Money.ZERO, Money::plus);
    }

    static Exposure exposure(SignedQuantity position, InstrumentId instrument, List<ReservationRow> reservations) {
        return new Exposure(position, of(Side.BUY, instrument, reservations), of(Side.SELL, instrument, reservations));
    }

    private static Quantity of(Side side, InstrumentId instrument, List<ReservationRow> reservations) {
        return reservations.stream()
                .filter(each -> each.side == side && each.instrument.equals(instrument.toString()))
                .map(each -> new Quantity(each.quantity))
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
