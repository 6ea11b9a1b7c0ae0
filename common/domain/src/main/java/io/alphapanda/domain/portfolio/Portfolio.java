package io.alphapanda.domain.portfolio;

import io.alphapanda.domain.money.Money;

/// The cash of one strategy at one broker, and what its positions have realised.
///
/// At every moment: cash + cost of all positions = starting cash + realised P&L − fees.
///
/// @param startingCash what it began with
/// @param cash         what it has
/// @param realizedPnl  before fees
/// @param fees         paid so far
public record Portfolio(Money startingCash, Money cash, Money realizedPnl, Money fees) {

    public static Portfolio startingWith(Money cash) {
        return new Portfolio(cash, cash, Money.ZERO, Money.ZERO);
    }

    public Portfolio book(Position.Booking booking, Money fillFees) {
        return new Portfolio(
                startingCash,
                cash.plus(booking.cashChange()),
                realizedPnl.plus(booking.realized()),
                fees.plus(fillFees));
    }
}
