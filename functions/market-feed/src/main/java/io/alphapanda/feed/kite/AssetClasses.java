package io.alphapanda.feed.kite;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.kite.market.KiteInstrument;
import io.alphapanda.kite.market.Segment;
import java.util.Optional;

/// Which topic an instrument's ticks belong on, by its segment.
///
/// | segment | kind | asset class |
/// |---|---|---|
/// | `NSE`, `BSE` | `EQ` | equity |
/// | `NFO-OPT`, `BFO-OPT` | `CE`, `PE` | options |
/// | `CDS-FUT`, `CDS-OPT`, `BCD-FUT`, `BCD-OPT` | `FUT`, `CE`, `PE` | forex |
/// | `INDICES` | any | none: an index can't be traded, so no strategy may see it as if it could |
/// | `NFO-FUT`, `BFO-FUT`, `MCX-*`, anything else | | none: no topic of this house is theirs |
///
/// A future is neither a share nor an option: a strategy for either would take its quantity, margin and charges for
/// another's. It waits for a topic of its own.
final class AssetClasses {

    private AssetClasses() {}

    static Optional<AssetClass> of(KiteInstrument instrument) {
        if (instrument.tickerSegment().filter(Segment.INDICES::equals).isPresent()) {
            return Optional.empty();
        }
        return switch (instrument.segment() + " " + instrument.kind()) {
            case "NSE EQ", "BSE EQ" -> Optional.of(AssetClass.EQUITY);
            case "NFO-OPT CE", "NFO-OPT PE", "BFO-OPT CE", "BFO-OPT PE" -> Optional.of(AssetClass.OPTIONS);
            case "CDS-FUT FUT", "BCD-FUT FUT", "CDS-OPT CE", "CDS-OPT PE", "BCD-OPT CE", "BCD-OPT PE" ->
                Optional.of(AssetClass.FOREX);
            default -> Optional.empty();
        };
    }

    /// Why it has none, for people.
    static String whyNone(KiteInstrument instrument) {
        return "INDICES".equals(instrument.segment())
                ? "an index is not tradable"
                : "segment " + instrument.segment() + " " + instrument.kind() + " has no topic";
    }
}
