package io.alphapanda.kite.market;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// A day's prices; `close` is the *previous* trading day's.
@RegisterForReflection
public record Ohlc(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {}
