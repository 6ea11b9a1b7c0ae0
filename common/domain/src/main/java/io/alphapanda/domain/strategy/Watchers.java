package io.alphapanda.domain.strategy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who watches what, answered with one look-up. Worked out once from the definitions, so it neither grows with the feed
/// nor needs a lock.
final class Watchers {

    private final Map<AssetClass, Market> markets = new EnumMap<>(AssetClass.class);

    /// @param named  for each instrument some definition names, everyone who watches it
    /// @param others who watches the instruments no definition names
    private record Market(Map<InstrumentId, List<Watcher>> named, List<Watcher> others) {}

    /// @throws IllegalArgumentException if two strategies share an id
    Watchers(List<ActiveStrategy> strategies, LanePolicy policy) {
        var all = strategies.stream()
                .map(strategy -> Watcher.of(strategy, policy))
                .sorted(Comparator.comparing(Watcher::key))
                .toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).key().equals(all.get(i - 1).key())) {
                throw new IllegalArgumentException(
                        "strategy " + all.get(i).key() + " is given twice; ids must be unique");
            }
        }
        for (var assetClass : AssetClass.values()) {
            markets.put(assetClass, market(assetClass, all));
        }
    }

    /// By strategy id.
    List<Watcher> of(AssetClass assetClass, InstrumentId instrument) {
        var market = markets.get(assetClass);
        return market == null ? List.of() : market.named().getOrDefault(instrument, market.others());
    }

    private static Market market(AssetClass assetClass, List<Watcher> all) {
        var named = new HashMap<InstrumentId, List<Watcher>>();
        for (var watcher : all) {
            for (var instrument : watcher.definition().instruments()) {
                named.computeIfAbsent(instrument, _ -> watching(assetClass, instrument, all));
            }
        }
        var others = all.stream()
                .filter(watcher -> watcher.definition().instruments().isEmpty())
                .filter(watcher -> watcher.definition().enabled())
                .filter(watcher -> watcher.definition().assetClasses().contains(assetClass))
                .toList();
        return new Market(Map.copyOf(named), others);
    }

    private static List<Watcher> watching(AssetClass assetClass, InstrumentId instrument, List<Watcher> all) {
        return all.stream()
                .filter(watcher -> watcher.definition().watches(assetClass, instrument))
                .toList();
    }
}
