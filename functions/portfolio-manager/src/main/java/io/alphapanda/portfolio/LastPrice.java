package io.alphapanda.portfolio;

import io.alphapanda.domain.money.Price;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/// What the feed writes beside each instrument.
///
/// @param price in the instrument's currency
/// @param time  when the market made it
@RegisterForReflection
record LastPrice(Price price, Instant time) {}
