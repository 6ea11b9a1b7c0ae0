package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.engine.live.Statement;
import java.util.Optional;

/// What Alpaca trades, as a row names it.
///
/// @param name       Alpaca's; empty if it names none
/// @param assetClass `us_equity`, `crypto` …; empty if it does not say
record Symbol(String name, String assetClass) {

    private static final String VENUE = "US";

    static Symbol of(Row row) {
        return new Symbol(row.textIfAny("symbol"), row.textIfAny("asset_class"));
    }

    /// Only shares have a name in the house.
    Statement.Listed listed() {
        return instrument()
                .map(Statement.Listed::of)
                .orElseGet(() -> new Statement.Listed(name.isEmpty() ? "(several)" : name, Optional.empty()));
    }

    private Optional<InstrumentId> instrument() {
        if (!assetClass.isEmpty() && !assetClass.equals("us_equity")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InstrumentId(VENUE, name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
