package io.alphapanda.feed.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Instant;

/// A tick that has just come in.
///
/// @param instrument what was observed
/// @param time       when the exchange says it happened; when it came in, if it says nothing
/// @param price      last traded price
/// @param volume     traded today, as the source reports it; 0 if it does not
/// @param receivedAt wall-clock time at which it came in; latency counts from here
public record LiveTick(InstrumentId instrument, Instant time, Price price, Quantity volume, Instant receivedAt) {}
