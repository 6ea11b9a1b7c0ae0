package io.alphapanda.api.portfolio;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.portfolio.Position;

/// A position and what it is a position in.
record Holding(InstrumentId instrument, Position position) {

    /// ISO 4217's code for "no currency": an instrument of a venue the house does not know.
    private static final String NONE = "XXX";

    String currency() {
        return Venues.find(instrument).map(Venue::currency).orElse(NONE);
    }

    boolean isOpen() {
        return !position.quantity().isFlat();
    }
}
