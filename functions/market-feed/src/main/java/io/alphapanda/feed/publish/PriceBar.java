package io.alphapanda.feed.publish;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;

/// What one batch says of one minute of one instrument. Minutes are the ticks' own time; within one, order is arrival.
///
/// @param instrument whose
/// @param minute     its beginning, seconds since the epoch
/// @param open       price of the first tick
/// @param high       highest
/// @param low        lowest
/// @param close      price of the last tick
/// @param volume     traded so far, as the last tick has it
/// @param first      ordinal of the first tick
/// @param last       ordinal of the last
record PriceBar(
        InstrumentId instrument,
        long minute,
        Price open,
        Price high,
        Price low,
        Price close,
        Quantity volume,
        long first,
        long last) {

    private record Key(InstrumentId instrument, long minute) {

        static Key of(Tick tick) {
            return new Key(
                    tick.instrument(),
                    tick.time().truncatedTo(ChronoUnit.MINUTES).getEpochSecond());
        }
    }

    /// Those of a batch, a minute of an instrument each.
    static Collection<PriceBar> of(TickBatch batch) {
        var bars = new LinkedHashMap<Key, PriceBar>();
        for (var tick : batch.ticks()) {
            bars.merge(Key.of(tick), of(tick), PriceBar::then);
        }
        return bars.values();
    }

    private static PriceBar of(Tick tick) {
        var price = tick.price();
        return new PriceBar(
                tick.instrument(),
                Key.of(tick).minute(),
                price,
                price,
                price,
                price,
                tick.volume(),
                tick.ordinal(),
                tick.ordinal());
    }

    private PriceBar then(PriceBar later) {
        return new PriceBar(
                instrument,
                minute,
                open,
                high.value().compareTo(later.high.value()) >= 0 ? high : later.high,
                low.value().compareTo(later.low.value()) <= 0 ? low : later.low,
                later.close,
                later.volume,
                first,
                later.last);
    }
}
