package io.alphapanda.kite.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.Optional;

/// Kite's number of an instrument: the exchange's own number × 256 + the segment. Valid for a day: numbers are used
/// again after an expiry.
///
/// @param value 0 to 4294967295, as it travels in 32 bits
@RegisterForReflection
public record InstrumentToken(long value) implements Comparable<InstrumentToken> {

    private static final long MAX = 0xFFFF_FFFFL;

    public InstrumentToken {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("instrument token " + value + " must lie between 0 and " + MAX);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static InstrumentToken of(BigDecimal value) {
        return new InstrumentToken(value.longValueExact());
    }

    /// Empty if its low byte is none we know.
    public Optional<Segment> segment() {
        return Segment.of((int) (value & 0xff));
    }

    public long exchangeToken() {
        return value >> 8;
    }

    @Override
    public int compareTo(InstrumentToken other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
