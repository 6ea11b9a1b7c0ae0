package io.alphapanda.api.market;

import io.alphapanda.domain.money.Price;
import java.time.Instant;

/// The last price of an instrument.
///
/// @param price in the instrument's currency
/// @param time  when the market made it
public record Mark(Price price, Instant time) {}
