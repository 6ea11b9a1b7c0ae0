package io.alphapanda.api.portfolio;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.order.Reality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One broker's books over all its strategies, valued at the last prices. Never summed with another broker's.
///
/// @param broker     the account
/// @param kind       what executes its orders: `paper`, …
/// @param reality    PAPER, SIMULATED (at a simulated broker) or LIVE
/// @param simulated  true if nobody else saw its fills
/// @param totals     one a currency, in alphabetical order
/// @param portfolios how many there are, those left out of the totals too
/// @param positions  how many open positions there are, those left out of the totals too
/// @param unsummed   portfolios left out of the totals
/// @param unmarked   instruments with open positions and without a known price: valued at cost
/// @param oldestMark the oldest price that went in; null if none did
@Schema(description = "One broker's books over all its strategies, valued at the last prices")
public record BrokerSummary(
        String broker,
        String kind,
        Reality reality,
        boolean simulated,

        @Schema(description = "One a currency; currencies are never mixed")
        List<Totals> totals,

        int portfolios,
        int positions,
        List<Unsummed> unsummed,

        @Schema(description = "Instruments with open positions and without a known price: valued at cost")
        List<String> unmarked,

        @Schema(description = "The oldest price that went in; null if none did")
        Optional<OldestMark> oldestMark) {

    /// A portfolio that is in no total.
    ///
    /// @param strategy   whose
    /// @param currencies none: nothing was ever held, so its cash has no known currency; several: a sum would mix
    @Schema(description = "A portfolio in no total: it has no known currency, or several")
    public record Unsummed(String strategy, List<String> currencies) {}

    /// How old the valuation is at worst.
    ///
    /// @param instrument `VENUE:SYMBOL`
    /// @param price      in the instrument's currency
    /// @param time       when the market made it
    /// @param ageSeconds whole seconds since then, by this service's clock
    @Schema(description = "How old the valuation is at worst")
    public record OldestMark(String instrument, Price price, Instant time, long ageSeconds) {}
}
