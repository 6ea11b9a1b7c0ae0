package io.alphapanda.kite.ticker;

import io.alphapanda.kite.market.Depth;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Ohlc;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One packet of the ticker: a snapshot, not a trade. Several trades may lie between two of them; times have whole
/// seconds.
public sealed interface KiteTick {

    InstrumentToken token();

    /// 0 if the instrument has not traded yet.
    BigDecimal lastPrice();

    /// Mode `ltp`, 8 bytes.
    record LastPriceTick(InstrumentToken token, BigDecimal lastPrice) implements KiteTick {}

    /// Mode `quote`, 44 bytes.
    record QuoteTick(InstrumentToken token, BigDecimal lastPrice, Traded traded, Ohlc ohlc) implements KiteTick {}

    /// Mode `full`, 184 bytes.
    ///
    /// @param lastTradeTime empty if there was none
    /// @param exchangeTime  of the snapshot
    record FullTick(
            InstrumentToken token,
            BigDecimal lastPrice,
            Traded traded,
            Ohlc ohlc,
            Optional<Instant> lastTradeTime,
            OpenInterest openInterest,
            Optional<Instant> exchangeTime,
            Depth depth)
            implements KiteTick {}

    /// An index; mode `quote` (28 bytes, no time) or `full` (32 bytes).
    ///
    /// @param change against the previous close, in points
    record IndexTick(
            InstrumentToken token, BigDecimal lastPrice, Ohlc ohlc, BigDecimal change, Optional<Instant> exchangeTime)
            implements KiteTick {}

    /// What has been traded today, and what waits; in units.
    record Traded(long lastQuantity, BigDecimal averagePrice, long volume, long buyQuantity, long sellQuantity) {}

    /// Contracts open now, and their extremes of the day.
    record OpenInterest(long now, long dayHigh, long dayLow) {}
}
