package io.alphapanda.kite.market;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// The last price of an instrument.
@RegisterForReflection
public record LastPrice(InstrumentToken instrumentToken, BigDecimal lastPrice) {}
