package io.alphapanda.domain.event;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.portfolio.Mark;
import io.alphapanda.domain.portfolio.Quote;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one strategy's portfolio was worth at one broker at one moment: a point of its equity curve.
///
/// equity = cash + value of the open positions at their prices. What can't be known is left out, never estimated.
///
/// @param broker        the lane
/// @param strategy      whose portfolio
/// @param reality       whether its executions have happened
/// @param takenAt       when its timer fired, by the wall's clock
/// @param asOf          market time: the same, or where recorded ticks are played, the time of the newest price
/// @param version       the portfolio's bookings it shows
/// @param currencies    ISO 4217, of everything it holds or held; several are never summed
/// @param startingCash  what it began with
/// @param cash          what it had
/// @param realizedPnl   profit and loss of everything closed, before fees
/// @param fees          paid so far
/// @param unrealizedPnl of everything open, at its prices; empty if one has no price, or of several currencies
/// @param equity        empty for the same reasons
/// @param pricing       how good the prices are that went in
/// @param positions     how many are open
/// @param oldestPrice   the oldest that went in; empty if none did
/// @param marks         the open positions, by instrument
public record PnlSnapshot(
        Broker broker,
        StrategyId strategy,
        Reality reality,
        Instant takenAt,
        Instant asOf,
        long version,
        List<String> currencies,
        Money startingCash,
        Money cash,
        Money realizedPnl,
        Money fees,
        Optional<Money> unrealizedPnl,
        Optional<Money> equity,
        Pricing pricing,
        int positions,
        Optional<Quote> oldestPrice,
        List<Mark> marks) {

    public PnlSnapshot {
        currencies = List.copyOf(currencies);
        marks = List.copyOf(marks);
    }

    /// How good the prices are.
    public enum Pricing {
        /// Nothing is open, or every open position has a price that is not old.
        CURRENT,
        /// A price is older than the bound: it is the last there is, and went in.
        STALE,
        /// An open position has no price: what it is worth, and so the equity, is not known.
        MISSING
    }
}
