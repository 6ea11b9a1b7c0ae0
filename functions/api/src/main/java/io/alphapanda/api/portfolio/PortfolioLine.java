package io.alphapanda.api.portfolio;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.Reality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One portfolio in the list. Amounts are in its currency; rows of different brokers are never to be summed.
///
/// @param broker        the account
/// @param kind          what executes its orders: `paper`, …
/// @param reality       PAPER, SIMULATED (at a simulated broker) or LIVE
/// @param simulated     true if nobody else saw its fills
/// @param strategy      whose portfolio
/// @param currencies    ISO 4217, of everything it holds or held; usually one, none before the first fill
/// @param startingCash  what it began with
/// @param cash          what it has
/// @param realizedPnl   profit and loss of everything closed, before fees
/// @param fees          paid so far
/// @param positionsCost what the open positions cost, below zero for shorts; null if they are of several currencies
/// @param version       counts bookings
/// @param changedAt     when the last fill was booked
@Schema(description = "One portfolio; rows of different brokers are never to be summed")
public record PortfolioLine(
        String broker,
        String kind,
        Reality reality,
        boolean simulated,
        String strategy,
        List<String> currencies,
        Money startingCash,
        Money cash,
        Money realizedPnl,
        Money fees,

        @Schema(description = "What the open positions cost; null if they are of several currencies")
        Optional<Money> positionsCost,

        @Schema(description = "Counts bookings") long version,
        Instant changedAt) {

    static PortfolioLine of(Lane lane, PortfolioLedger.Listed row) {
        var books = row.books();
        var portfolio = books.portfolio();
        return new PortfolioLine(
                lane.broker(),
                lane.kind(),
                lane.reality(),
                lane.simulated(),
                books.strategy(),
                books.currencies(),
                portfolio.startingCash(),
                portfolio.cash(),
                portfolio.realizedPnl(),
                portfolio.fees(),
                books.positionsCost(),
                books.version(),
                row.changedAt());
    }
}
