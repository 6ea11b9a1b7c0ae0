package io.alphapanda.domain.portfolio;

import io.alphapanda.domain.money.Money;

/// The cash of one strategy at one broker, and what its positions have realised.
///
/// At every moment: cash + cost of all positions = starting cash + realised P&L − fees.
///
/// A fill has happened, so it is always booked, whatever it leaves of the cash. Risk approves only what the cash
/// covers, and holds against a short what it brought in and as much again. So closing a short costs cash that is
/// there until its price has doubled; a market that gaps beyond that takes the rest out of what else is there, and
/// cash may go below zero. It stays so, and is shown so, until something is sold or won back: risk denies whatever
/// opens (`CASH_INSUFFICIENT`) and lets what reduces pass.
///
/// @param startingCash what it began with
/// @param cash         what it has
/// @param realizedPnl  before fees
/// @param fees         paid so far
public record Portfolio(Money startingCash, Money cash, Money realizedPnl, Money fees) {

    public static Portfolio startingWith(Money cash) {
        return new Portfolio(cash, cash, Money.ZERO, Money.ZERO);
    }

    /// Whether it owes cash.
    public boolean isOverdrawn() {
        return cash.signum() < 0;
    }

    public Portfolio book(Position.Booking booking, Money fillFees) {
        return new Portfolio(
                startingCash,
                cash.plus(booking.cashChange()),
                realizedPnl.plus(booking.realized()),
                fees.plus(fillFees));
    }
}
