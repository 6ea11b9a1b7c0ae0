package io.alphapanda.kite.market;

import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// All that Kite knows of an instrument now.
///
/// @param volume            units traded today
/// @param buyQuantity       units wanted, sellQuantity units offered
/// @param oi                open interest, with its extremes of the day
/// @param lowerCircuitLimit lowest price an order may have now; it can change within the day. 0 if not sent
/// @param upperCircuitLimit highest price an order may have now. 0 if not sent
@RegisterForReflection
public record Quote(
        InstrumentToken instrumentToken,
        Optional<Instant> timestamp,
        Optional<Instant> lastTradeTime,
        BigDecimal lastPrice,
        @OrEmpty BigDecimal lastQuantity,
        @OrEmpty BigDecimal buyQuantity,
        @OrEmpty BigDecimal sellQuantity,
        @OrEmpty BigDecimal volume,
        @OrEmpty BigDecimal averagePrice,
        @OrEmpty BigDecimal oi,
        @OrEmpty BigDecimal oiDayHigh,
        @OrEmpty BigDecimal oiDayLow,
        @OrEmpty BigDecimal netChange,
        @OrEmpty BigDecimal lowerCircuitLimit,
        @OrEmpty BigDecimal upperCircuitLimit,
        Ohlc ohlc,
        Optional<Depth> depth) {}
