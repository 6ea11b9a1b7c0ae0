package io.alphapanda.portfolio;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.portfolio.Portfolio;
import io.alphapanda.domain.portfolio.Position;
import io.alphapanda.domain.signal.StrategyId;
import java.util.List;
import java.util.SortedMap;

/// One strategy's books as they stood at one moment.
///
/// @param version   counts bookings
/// @param positions by instrument, closed ones too
record Held(StrategyId strategy, Portfolio portfolio, long version, SortedMap<InstrumentId, Holding> positions) {

    /// @param sequence the last fill booked into it
    record Holding(Position position, long sequence) {

        boolean isOpen() {
            return !position.quantity().isFlat();
        }
    }

    List<InstrumentId> instruments() {
        return List.copyOf(positions.keySet());
    }
}
