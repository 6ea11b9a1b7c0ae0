package io.alphapanda.api.portfolio;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.portfolio.Position;

/// A position and what it is a position in.
record Holding(InstrumentId instrument, Position position) {

    String currency() {
        return Venues.currency(instrument);
    }

    boolean isOpen() {
        return !position.quantity().isFlat();
    }
}
