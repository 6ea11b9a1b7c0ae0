package io.alphapanda.api.idea;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.ledger.SignalRow;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a strategy wanted, the same in every lane. Prices are in its instrument's currency.
///
/// @param correlationId  the idea's
/// @param strategy       whose
/// @param definition     the version of the strategy's definition
/// @param instrument     `VENUE:SYMBOL`
/// @param currency       ISO 4217, of its prices and amounts
/// @param side           BUY or SELL
/// @param quantity       units
/// @param price          asked for
/// @param reason         the strategy's own words
/// @param stream         the live day or recorded run it belongs to
/// @param tickOrdinal    which tick of its instrument in that stream
/// @param referencePrice that tick's
/// @param referenceTime  market time of that tick
/// @param dueAt          when that tick was due, from which delays are measured
/// @param expiresAt      when the idea runs out
@Schema(description = "What a strategy wanted, the same in every lane; prices are in its instrument's currency")
public record Idea(
        String correlationId,
        String strategy,
        long definition,
        String instrument,
        String currency,
        Side side,
        Quantity quantity,
        Price price,
        String reason,
        String stream,
        long tickOrdinal,
        Price referencePrice,
        Instant referenceTime,
        Instant dueAt,
        Instant expiresAt) {

    /// @param copy any lane's
    public static Idea of(SignalRow copy) {
        return new Idea(
                copy.correlationId,
                copy.strategy,
                copy.definition,
                copy.instrument,
                Venues.currency(InstrumentId.of(copy.instrument)),
                copy.side,
                new Quantity(copy.quantity),
                new Price(copy.price),
                copy.reason,
                copy.stream,
                copy.tickOrdinal,
                new Price(copy.referencePrice),
                copy.referenceTime,
                copy.dueAt,
                copy.expiresAt);
    }
}
