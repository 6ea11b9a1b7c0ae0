package io.alphapanda.feed.kite;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.feed.status.LiveProgress.LeftOut;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.KiteInstrument;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.ticker.TickerLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What to listen to on one day: tokens change from day to day, so a plan is good for one.
///
/// @param instruments by the token their packets carry
/// @param connections the tokens of each connection
/// @param leftOut     what was configured and is not listened to; one bad name stops none of the others
record Plan(
        Map<InstrumentToken, InstrumentId> instruments,
        List<List<InstrumentToken>> connections,
        List<LeftOut> leftOut) {

    Plan {
        instruments = Map.copyOf(instruments);
        connections = List.copyOf(connections);
        leftOut = List.copyOf(leftOut);
    }

    /// @param wanted     as configured, in their order
    /// @param known      the day's instruments, those wanted at least
    /// @param assetClass of this feed; the others' instruments are left out
    /// @throws IllegalArgumentException if there are more than the limits allow
    static Plan of(List<Listing> wanted, Collection<KiteInstrument> known, AssetClass assetClass, TickerLimits limits) {
        var byListing = known.stream()
                .collect(Collectors.toMap(KiteInstrument::listing, Function.identity(), (first, _) -> first));
        var watched = new LinkedHashMap<InstrumentToken, InstrumentId>();
        var leftOut = new ArrayList<LeftOut>();
        for (var listing : new LinkedHashSet<>(wanted)) {
            var instrument = byListing.get(listing);
            if (instrument == null) {
                leftOut.add(new LeftOut(
                        listing.toString(), "not in the list of " + listing.exchange() + "'s instruments of the day"));
            } else {
                place(instrument, assetClass, watched, leftOut);
            }
        }
        var tokens = List.copyOf(watched.keySet());
        return new Plan(watched, tokens.isEmpty() ? List.of() : limits.spread(tokens), leftOut);
    }

    private static void place(
            KiteInstrument instrument,
            AssetClass assetClass,
            Map<InstrumentToken, InstrumentId> watched,
            List<LeftOut> leftOut) {
        var own = AssetClasses.of(instrument);
        var name = instrument.listing().toString();
        if (own.isEmpty()) {
            leftOut.add(new LeftOut(name, AssetClasses.whyNone(instrument)));
        } else if (own.get() != assetClass) {
            leftOut.add(new LeftOut(name, "belongs to the feed of " + own.get().label()));
        } else if (instrument.listing().instrument().isEmpty()) {
            leftOut.add(new LeftOut(name, "its symbol can't be a name in this house"));
        } else {
            watched.put(instrument.token(), instrument.listing().instrument().orElseThrow());
        }
    }
}
