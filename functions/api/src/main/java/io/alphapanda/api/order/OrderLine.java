package io.alphapanda.api.order;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.PlacementRow;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One order as it stands. Prices and amounts are in its instrument's currency.
///
/// @param id             ours
/// @param broker         the account
/// @param kind           what executed it, as it was when the order was written down
/// @param reality        PAPER, SIMULATED (at a simulated broker) or LIVE
/// @param simulated      true if nobody else saw its fills
/// @param strategy       whose
/// @param instrument     `VENUE:SYMBOL`
/// @param currency       ISO 4217, of its prices and amounts
/// @param side           BUY or SELL
/// @param status         where it stands
/// @param quantity       asked for, units
/// @param filledQuantity filled so far; above the quantity if its broker filled it beyond what was asked
/// @param leavesQuantity still to be filled; zero once it has ended
/// @param averagePrice   of what is filled, rounded to 8 digits for showing; null while nothing is
/// @param filledValue    sum of quantity × price of its fills
/// @param referencePrice the signal's, against which slippage is measured
/// @param referenceTime  market time of that price
/// @param waitsForPrice  true while the instrument has had no price yet
/// @param failure        why it ended unfilled; null if it did not
/// @param brokerOrderId  the broker's own; null until it is known, and for an order that never left the house
/// @param tag            by which the broker's order book knows it; null for an order that never left the house
/// @param words          the broker's last remark; null if there is none
/// @param version        counts its steps, from 1
/// @param signalId       the lane's copy of the signal it came from
/// @param correlationId  the same for everything that came of one idea, in every lane
/// @param expiresAt      when its signal ran out
/// @param dueAt          when its tick was due, from which latency is measured
/// @param recordedAt     when it was written down
/// @param changedAt      when it last changed
@Schema(description = "One order as it stands; prices and amounts are in its instrument's currency")
public record OrderLine(
        String id,
        String broker,

        @Schema(description = "What executed it, as it was when the order was written down")
        String kind,

        @Schema(description = "PAPER: executed in the house. SIMULATED: at a simulated broker. LIVE: at a real one")
        Reality reality,

        @Schema(description = "True if nobody else saw its fills")
        boolean simulated,

        String strategy,
        String instrument,
        String currency,
        Side side,
        OrderStatus status,
        Quantity quantity,
        Quantity filledQuantity,

        @Schema(description = "Still to be filled; zero once it has ended")
        Quantity leavesQuantity,

        @Schema(description = "Of what is filled, rounded to 8 digits for showing; null while nothing is")
        Optional<Price> averagePrice,

        Money filledValue,
        Price referencePrice,
        Instant referenceTime,
        boolean waitsForPrice,

        @Schema(description = "Why it ended unfilled; null if it did not")
        Optional<FailureCode> failure,

        @Schema(description = "The broker's own id; null until it is known, and for an order that never left the house")
        Optional<String> brokerOrderId,

        @Schema(description = "By which the broker's order book knows it; null for an order that never left the house")
        Optional<String> tag,

        @Schema(description = "The broker's last remark, such as why it refused the order; null if there is none")
        Optional<String> words,

        int version,
        String signalId,

        @Schema(description = "The same for everything that came of one idea, in every lane")
        String correlationId,

        Instant expiresAt,
        Instant dueAt,
        Instant recordedAt,
        Instant changedAt) {

    private static final int AVERAGE_DIGITS = 8;

    /// @param placement what is known of it at its broker
    static OrderLine of(OrderRow row, Optional<PlacementRow> placement) {
        var quantity = new Quantity(row.quantity);
        var filled = new Quantity(row.filledQuantity);
        var value = new Money(row.filledValue);
        return new OrderLine(
                row.id,
                row.broker,
                row.kind,
                row.reality,
                row.reality.isSimulated(),
                row.strategy,
                row.instrument,
                Venues.currency(InstrumentId.of(row.instrument)),
                row.side,
                row.status,
                quantity,
                filled,
                row.status.isFinal() ? Quantity.ZERO : quantity.minus(filled),
                average(value, filled),
                value,
                new Price(row.referencePrice),
                row.referenceTime,
                row.waitsForPrice,
                Optional.ofNullable(row.failure),
                placement.map(each -> each.brokerOrderId),
                placement.map(each -> each.tag),
                placement.map(each -> each.words).filter(words -> !words.isEmpty()),
                row.version,
                row.signalId,
                row.correlationId,
                row.expiresAt,
                row.dueAt,
                row.recordedAt,
                row.changedAt);
    }

    private static Optional<Price> average(Money value, Quantity filled) {
        return filled.isZero()
                ? Optional.empty()
                : Optional.of(new Price(value.amount().divide(filled.value(), AVERAGE_DIGITS, RoundingMode.HALF_EVEN)));
    }
}
