package io.alphapanda.domain.market;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Instant;

/// One price observation.
///
/// @param instrument what was observed
/// @param ordinal    the tick's number in its instrument's stream, from 1 without gaps; identity is built on it
/// @param time       when the venue says it happened; repeats and runs backwards in real feeds, so order is
///                   arrival order, never this
/// @param price      last traded price
/// @param volume     traded so far, as the source reports it
/// @param position   where the source stood when it read this tick (a recorded file's line number); a restarted
///                   feed goes on behind the last published one
public record Tick(InstrumentId instrument, long ordinal, Instant time, Price price, Quantity volume, long position) {

    public Tick {
        if (ordinal < 1) {
            throw new IllegalArgumentException("tick ordinal " + ordinal + " must be at least 1");
        }
    }
}
