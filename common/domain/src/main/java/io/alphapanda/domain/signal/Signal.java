package io.alphapanda.domain.signal;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import java.time.Instant;
import java.util.regex.Pattern;

/// A strategy's wish to trade, the same for every lane it is copied to. Silence is no signal; there is no HOLD.
///
/// @param id              derived from stream, strategy, instrument and tick ordinal; also the correlation id of
///                        everything that follows from it
/// @param stream          the ticks it was seen in
/// @param strategy        who wishes
/// @param definition      version of the strategy's definition in force
/// @param instrument      what to trade
/// @param side            which way
/// @param quantity        how much; above zero
/// @param price           what the strategy expects to pay or get for one unit
/// @param referencePrice  last price at the tick that caused it; paper market orders fill from it
/// @param referenceTime   venue time of that tick
/// @param tickOrdinal     that tick's ordinal in its instrument's stream
/// @param expiresAt       after this moment nobody may act on it
/// @param dueAt           wall-clock time the tick was due at the feed; for latency only, no decision reads it
/// @param reason          what the strategy saw, for people; printable ASCII (anything else becomes `?`), cut off after
///                        200 characters
public record Signal(
        String id,
        StreamId stream,
        StrategyId strategy,
        long definition,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        Price price,
        Price referencePrice,
        Instant referenceTime,
        long tickOrdinal,
        Instant expiresAt,
        Instant dueAt,
        String reason) {

    public static final int MAX_REASON = 200;

    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    public Signal {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("signal quantity must be above 0");
        }
        if (!expiresAt.isAfter(referenceTime)) {
            throw new IllegalArgumentException(
                    "signal expiresAt " + expiresAt + " must be after its referenceTime " + referenceTime);
        }
        // A reason is for people: an odd one is no cause to lose the signal.
        reason = UNPRINTABLE.matcher(reason).replaceAll("?");
        if (reason.length() > MAX_REASON) {
            reason = reason.substring(0, MAX_REASON);
        }
    }

    /// The key that keeps one strategy's events on one instrument together.
    public String partitionKey() {
        return strategy + ":" + instrument;
    }
}
