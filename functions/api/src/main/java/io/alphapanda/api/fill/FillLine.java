package io.alphapanda.api.fill;

import io.alphapanda.api.trail.OrderTrail.BookedFill;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.order.Slippage;
import io.alphapanda.stage.ledger.OrderRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One execution, and what the books made of it. Prices and amounts are in its instrument's currency.
///
/// @param id            ours
/// @param orderId       the order it belongs to
/// @param broker        the account
/// @param kind          what executed it
/// @param reality       PAPER, SIMULATED (at a simulated broker) or LIVE
/// @param simulated     true if nobody else saw it
/// @param strategy      whose
/// @param instrument    `VENUE:SYMBOL`
/// @param currency      ISO 4217, of its prices and amounts
/// @param side          BUY or SELL
/// @param sequence      its number for strategy and instrument in this lane, in which it is booked
/// @param tradeId       the broker's own; null for one computed in the house
/// @param quantity      units
/// @param price         of one unit
/// @param fees          commission and charges
/// @param slippageBps   against the trader, from the signal's reference price, in basis points, two digits
/// @param executedAt    market time
/// @param recordedAt    when it was written down
/// @param cashChange    what booking it did to the cash, fees included; null until it is booked
/// @param realized      profit or loss it realised, before fees; null until it is booked
/// @param bookedAt      when it was booked; null until then
/// @param correlationId the same for everything that came of one idea, in every lane
@Schema(
        description =
                "One execution and what the books made of it; prices and amounts are in its instrument's currency")
public record FillLine(
        String id,
        String orderId,
        String broker,
        String kind,
        Reality reality,

        @Schema(description = "True if nobody else saw it") boolean simulated,

        String strategy,
        String instrument,
        String currency,
        Side side,

        @Schema(description = "Its number for strategy and instrument in this lane, in which it is booked")
        long sequence,

        @Schema(description = "The broker's own id; null for an execution computed in the house")
        Optional<String> tradeId,

        Quantity quantity,
        Price price,
        Money fees,

        @Schema(description = "Against the trader, from the signal's reference price, in basis points")
        BigDecimal slippageBps,

        Instant executedAt,
        Instant recordedAt,

        @Schema(description = "What booking it did to the cash, fees included; null until it is booked")
        Optional<Money> cashChange,

        @Schema(description = "Profit or loss it realised, before fees; null until it is booked")
        Optional<Money> realized,

        Optional<Instant> bookedAt,
        String correlationId) {

    /// @param order what it executed
    public static FillLine of(OrderRow order, BookedFill booked) {
        var row = booked.fill();
        return new FillLine(
                row.id,
                row.orderId,
                row.broker,
                order.kind,
                order.reality,
                order.reality.isSimulated(),
                row.strategy,
                row.instrument,
                Venues.currency(InstrumentId.of(row.instrument)),
                row.side,
                row.sequence,
                Optional.ofNullable(row.tradeId),
                new Quantity(row.quantity),
                new Price(row.price),
                new Money(row.fees),
                Slippage.bps(row.side, order.referencePrice, row.price),
                row.executedAt,
                row.recordedAt,
                booked.booking().map(each -> new Money(each.cashChange)),
                booked.booking().map(each -> new Money(each.realized)),
                booked.booking().map(each -> each.bookedAt),
                order.correlationId);
    }
}
