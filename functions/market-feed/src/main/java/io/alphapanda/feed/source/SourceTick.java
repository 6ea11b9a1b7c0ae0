package io.alphapanda.feed.source;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Instant;

/// A tick as its source gives it, not numbered yet.
///
/// @param position   grows from tick to tick within a source: a file's line number, a generator's count
/// @param instrument what was observed
/// @param time       when the venue says it happened; may run backwards
/// @param price      last traded price
/// @param volume     traded so far
public record SourceTick(long position, InstrumentId instrument, Instant time, Price price, Quantity volume) {}
