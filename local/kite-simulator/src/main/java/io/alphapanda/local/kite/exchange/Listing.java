package io.alphapanda.local.kite.exchange;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is listed, and each instrument's market. Instruments may join while others trade; none ever leaves.
final class Listing {
    private final Map<String, InstrumentMarket> markets = new LinkedHashMap<>();
    private final Set<Long> tokens = new HashSet<>();

    Listing(List<SimulatedInstrument> instruments) {
        instruments.forEach(this::add);
    }

    /// @throws IllegalArgumentException if another one of its key or token is listed
    synchronized void add(SimulatedInstrument instrument) {
        if (markets.containsKey(instrument.key())) {
            throw new IllegalArgumentException("instrument %s is listed already".formatted(instrument.key()));
        }
        if (!tokens.add(instrument.token())) {
            throw new IllegalArgumentException("instrument %s has token %d, which another one has; give it its own"
                    .formatted(instrument.key(), instrument.token()));
        }
        markets.put(instrument.key(), new InstrumentMarket(instrument));
    }

    synchronized Optional<InstrumentMarket> find(String key) {
        return Optional.ofNullable(markets.get(key));
    }

    /// In the order in which they were listed.
    synchronized List<InstrumentMarket> markets() {
        return List.copyOf(markets.values());
    }
}
