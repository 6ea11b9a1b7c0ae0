package io.alphapanda.api.portfolio;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.market.Mark;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.Reality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One strategy's portfolio at one broker, with its positions.
///
/// @param broker        the account
/// @param kind          what executes its orders: `paper`, …
/// @param reality       PAPER, SIMULATED (at a simulated broker) or LIVE
/// @param simulated     true if nobody else saw its fills
/// @param strategy      whose portfolio
/// @param source        where cash and positions come from
/// @param currencies    ISO 4217, of everything it holds or held; usually one
/// @param startingCash  what it began with
/// @param cash          what it has
/// @param realizedPnl   profit and loss of everything closed, before fees
/// @param fees          paid so far
/// @param positionsCost what the open positions cost; null if they are of several currencies
/// @param version       counts bookings
/// @param positions     by instrument, closed ones too
@Schema(description = "One strategy's portfolio at one broker, with its positions")
public record PortfolioDetail(
        String broker,
        String kind,
        Reality reality,
        boolean simulated,
        String strategy,

        @Schema(
                description = "view: the views in Redis. ledger: the database, because a view is missing",
                enumeration = {"view", "ledger"})
        String source,

        List<String> currencies,
        Money startingCash,
        Money cash,
        Money realizedPnl,
        Money fees,

        @Schema(description = "What the open positions cost; null if they are of several currencies")
        Optional<Money> positionsCost,

        @Schema(description = "Counts bookings") long version,
        List<PositionLine> positions) {

    static PortfolioDetail of(Lane lane, String source, Books books, Map<InstrumentId, Mark> marks) {
        var portfolio = books.portfolio();
        return new PortfolioDetail(
                lane.broker(),
                lane.kind(),
                lane.reality(),
                lane.simulated(),
                books.strategy(),
                source,
                books.currencies(),
                portfolio.startingCash(),
                portfolio.cash(),
                portfolio.realizedPnl(),
                portfolio.fees(),
                books.positionsCost(),
                books.version(),
                books.holdings().stream()
                        .map(each -> PositionLine.of(each, Optional.ofNullable(marks.get(each.instrument()))))
                        .toList());
    }
}
