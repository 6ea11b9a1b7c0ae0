package io.alphapanda.api.signal;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.ledger.DecisionRow;
import io.alphapanda.stage.ledger.SignalRow;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One signal in one lane, and what risk made of it. Prices are in its instrument's currency.
///
/// @param id             the lane's copy
/// @param correlationId  the same for everything that came of one idea, in every lane
/// @param broker         the account
/// @param kind           what executes that account's orders now
/// @param reality        PAPER, SIMULATED (at a simulated broker) or LIVE, as the account is now
/// @param simulated      true if nobody else sees its executions
/// @param strategy       whose
/// @param definition     the version of the strategy's definition
/// @param instrument     `VENUE:SYMBOL`
/// @param currency       ISO 4217, of its prices and amounts
/// @param side           BUY or SELL
/// @param quantity       units
/// @param price          asked for
/// @param referencePrice the tick's, against which slippage is measured
/// @param referenceTime  market time of that tick
/// @param stream         the live day or recorded run it belongs to
/// @param tickOrdinal    which tick of its instrument in that stream
/// @param reason         the strategy's own words
/// @param follows        the strategy's signal before it on this instrument; null for the first
/// @param decision       risk's
/// @param dueAt          when its tick was due, from which latency is measured
/// @param expiresAt      when it runs out
/// @param recordedAt     when the lane wrote it down, with the decision
@Schema(description = "One signal in one lane and what risk made of it; prices are in its instrument's currency")
public record SignalLine(
        String id,
        String correlationId,
        String broker,
        String kind,
        Reality reality,
        boolean simulated,
        String strategy,
        long definition,
        String instrument,
        String currency,
        Side side,
        Quantity quantity,
        Price price,
        Price referencePrice,
        Instant referenceTime,
        String stream,
        long tickOrdinal,

        @Schema(description = "The strategy's own words") String reason,

        @Schema(description = "The strategy's signal before it on this instrument; null for the first")
        Optional<String> follows,

        Decision decision,
        Instant dueAt,
        Instant expiresAt,
        Instant recordedAt) {

    static SignalLine of(Lane lane, SignalRow row, DecisionRow decision) {
        return new SignalLine(
                row.id,
                row.correlationId,
                row.broker,
                lane.kind(),
                lane.reality(),
                lane.simulated(),
                row.strategy,
                row.definition,
                row.instrument,
                Venues.currency(InstrumentId.of(row.instrument)),
                row.side,
                new Quantity(row.quantity),
                new Price(row.price),
                new Price(row.referencePrice),
                row.referenceTime,
                row.stream,
                row.tickOrdinal,
                row.reason,
                Optional.ofNullable(row.follows),
                Decision.of(decision),
                row.dueAt,
                row.expiresAt,
                row.recordedAt);
    }
}
