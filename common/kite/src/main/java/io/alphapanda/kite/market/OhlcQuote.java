package io.alphapanda.kite.market;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// Last price and the day's prices.
@RegisterForReflection
public record OhlcQuote(InstrumentToken instrumentToken, BigDecimal lastPrice, Ohlc ohlc) {}
