package io.alphapanda.api.portfolio;

import io.alphapanda.domain.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one broker's portfolios of one currency add up to.
///
/// equity = cash + value of the open positions = starting cash + realised P&L + unrealised P&L − fees.
///
/// @param currency      ISO 4217
/// @param portfolios    how many are in it
/// @param positions     how many open positions are in it
/// @param startingCash  what they began with
/// @param cash          what they have
/// @param realizedPnl   profit and loss of everything closed, before fees
/// @param unrealizedPnl of everything open, at the marks; what has no mark counts as zero
/// @param fees          paid so far
/// @param equity        cash and open positions at the marks; what has no mark is valued at cost
@Schema(description = "What one broker's portfolios of one currency add up to")
public record Totals(
        String currency,
        int portfolios,
        int positions,
        Money startingCash,
        Money cash,
        Money realizedPnl,

        @Schema(description = "At the marks; what has no mark counts as zero")
        Money unrealizedPnl,

        Money fees,

        @Schema(description = "cash + open positions at the marks; what has no mark is valued at cost")
        Money equity) {

    static Totals none(String currency) {
        return new Totals(currency, 0, 0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /// @param unrealized of the portfolio's open positions
    Totals plus(Books books, Money unrealized) {
        var portfolio = books.portfolio();
        var cost = books.holdings().stream().map(each -> each.position().cost()).reduce(Money.ZERO, Money::plus);
        return new Totals(
                currency,
                portfolios + 1,
                positions
                        + (int) books.holdings().stream()
                                .filter(Holding::isOpen)
                                .count(),
                startingCash.plus(portfolio.startingCash()),
                cash.plus(portfolio.cash()),
                realizedPnl.plus(portfolio.realizedPnl()),
                unrealizedPnl.plus(unrealized),
                fees.plus(portfolio.fees()),
                equity.plus(portfolio.cash()).plus(cost).plus(unrealized));
    }
}
