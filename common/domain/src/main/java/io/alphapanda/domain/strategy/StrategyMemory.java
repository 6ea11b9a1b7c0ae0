package io.alphapanda.domain.strategy;

import io.alphapanda.domain.money.Side;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one strategy remembers of one instrument.
///
/// @param definition version of the definition the rest was made under, or [#RETIRED]
/// @param state      the rule's own memory
/// @param forming    the bar still being filled; always empty for a strategy that is shown ticks
/// @param condition  the side favoured at the last observation; a signal fires only when this changes to a side
/// @param last       by broker, the id of the latest lane signal; the next one follows it
public record StrategyMemory(
        long definition,
        StrategyState state,
        Optional<Bar> forming,
        Optional<Side> condition,
        SortedMap<String, String> last) {

    /// In place of a version: no definition is in force, only `last` is kept.
    public static final long RETIRED = -1;

    public StrategyMemory {
        last = Collections.unmodifiableSortedMap(new TreeMap<>(last));
    }

    /// A strategy that has seen nothing yet.
    static StrategyMemory begin(long definition, StrategyState initial, SortedMap<String, String> last) {
        return new StrategyMemory(definition, initial, Optional.empty(), Optional.empty(), last);
    }

    StrategyMemory forming(Bar bar) {
        return new StrategyMemory(definition, state, Optional.of(bar), condition, last);
    }

    boolean isRetired() {
        return definition == RETIRED;
    }

    /// What stays when the strategy stops watching: its place in each lane's order of turns, should it come back.
    StrategyMemory retire() {
        return begin(RETIRED, StrategyState.EMPTY, last);
    }
}
