package io.alphapanda.domain.portfolio;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import java.math.RoundingMode;
import java.util.Optional;

/// One strategy's holding of one instrument, at average cost.
///
/// The cost is kept as a sum, not as an average, so nothing is lost to rounding: closing a part takes the same part
/// of the cost, closing all takes all of it.
///
/// @param quantity    above zero long, below zero short
/// @param cost        what the open quantity cost; below zero for a short (what it brought in)
/// @param realizedPnl of everything closed so far, before fees
/// @param fees        paid so far
public record Position(SignedQuantity quantity, Money cost, Money realizedPnl, Money fees) {

    public static final Position EMPTY = new Position(SignedQuantity.FLAT, Money.ZERO, Money.ZERO, Money.ZERO);

    /// What booking a fill changes.
    ///
    /// @param position   after it
    /// @param cashChange what it did to the cash: value and fees
    /// @param realized   the profit or loss it realised, before fees
    public record Booking(Position position, Money cashChange, Money realized) {}

    /// Books one fill.
    public Booking book(Side side, Quantity filled, Price price, Money fillFees) {
        var closed = filled.min(quantity.closable(side));
        var opened = filled.minus(closed);

        var closedCash = cash(side, price.times(closed));
        var closedCost = closed.isZero() ? Money.ZERO : cost.portion(closed, quantity.magnitude());
        var realized = closedCash.minus(closedCost);

        var openedCash = cash(side, price.times(opened));
        var next = new Position(
                quantity.plus(filled.signed(side)),
                cost.minus(closedCost).minus(openedCash),
                realizedPnl.plus(realized),
                fees.plus(fillFees));
        return new Booking(next, closedCash.plus(openedCash).minus(fillFees), realized);
    }

    /// The average price of the open quantity, rounded to eight digits; empty when flat, or when nothing is left of it
    /// by rounding. For showing: books are kept in [#cost()].
    public Optional<Price> averageEntryPrice() {
        if (quantity.isFlat()) {
            return Optional.empty();
        }
        var average = cost.amount().divide(quantity.value(), 8, RoundingMode.HALF_EVEN);
        return average.signum() > 0 ? Optional.of(new Price(average)) : Optional.empty();
    }

    /// Profit or loss if everything open were closed at `mark`, before fees.
    public Money unrealizedPnl(Price mark) {
        return value(mark).minus(cost);
    }

    /// The open quantity at `mark`; below zero for a short.
    public Money value(Price mark) {
        return mark.times(quantity);
    }

    private static Money cash(Side side, Money value) {
        return side == Side.BUY ? value.negated() : value;
    }
}
