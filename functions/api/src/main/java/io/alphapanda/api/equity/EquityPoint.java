package io.alphapanda.api.equity;

import io.alphapanda.domain.event.PnlSnapshot.Pricing;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.ledger.SnapshotRow;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a portfolio was worth at one moment.
///
/// @param asOf            market time
/// @param takenAt         by the wall's clock; not `asOf` where recorded ticks are played
/// @param reality         PAPER, SIMULATED or LIVE, as it was then
/// @param simulated       true if nobody else saw its fills
/// @param version         the bookings it shows
/// @param unrealizedPnl   at the last prices; null if one is missing, or in several currencies
/// @param equity          cash and open positions; null for the same reasons
/// @param positions       how many were open
/// @param pricing         how good the prices are
/// @param priceTime       when the market made the oldest price that went in; null if none did
/// @param priceAgeSeconds from then to `asOf`; null if none did
@Schema(description = "What a portfolio was worth at one moment")
public record EquityPoint(
        @Schema(description = "Market time") Instant asOf,

        @Schema(description = "By the wall's clock; not asOf where recorded ticks are played")
        Instant takenAt,

        Reality reality,
        boolean simulated,

        @Schema(description = "The bookings it shows") long version,
        Money startingCash,
        Money cash,
        Money realizedPnl,

        @Schema(description = "At the last prices; null if one is missing, or in several currencies")
        Optional<Money> unrealizedPnl,

        Money fees,

        @Schema(
                description =
                        "cash + open positions at the last prices; null if one is missing, or in several currencies")
        Optional<Money> equity,

        int positions,

        @Schema(description = "CURRENT; STALE: a price is old and went in; MISSING: an open position has none")
        Pricing pricing,

        @Schema(description = "When the market made the oldest price that went in; null if none did")
        Optional<Instant> priceTime,

        @Schema(description = "Seconds from then to asOf; null if none did")
        Optional<Long> priceAgeSeconds) {

    static EquityPoint of(SnapshotRow row) {
        return new EquityPoint(
                row.asOf,
                row.takenAt,
                row.reality,
                row.reality.isSimulated(),
                row.version,
                new Money(row.startingCash),
                new Money(row.cash),
                new Money(row.realizedPnl),
                Optional.ofNullable(row.unrealizedPnl).map(Money::new),
                new Money(row.fees),
                Optional.ofNullable(row.equity).map(Money::new),
                row.positions,
                row.pricing,
                Optional.ofNullable(row.priceAt),
                Optional.ofNullable(row.priceAge));
    }
}
