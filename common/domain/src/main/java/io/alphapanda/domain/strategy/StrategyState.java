package io.alphapanda.domain.strategy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a strategy remembers of one instrument: a window of numbers, and a few named ones. One shape for all
/// strategies, so that it is stored and compared in one way.
///
/// @param window    newest last; the strategy bounds it
/// @param registers named numbers (a smoothed average, a time in epoch seconds)
public record StrategyState(List<Double> window, Map<String, Double> registers) {

    public static final StrategyState EMPTY = new StrategyState(List.of(), Map.of());

    public StrategyState {
        window = List.copyOf(window);
        registers = Map.copyOf(registers);
        window.forEach(value -> requireFinite("window", value));
        registers.forEach(StrategyState::requireFinite);
    }

    /// A number that is none would poison every later observation, and JSON cannot carry it.
    private static void requireFinite(String where, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("strategy state " + where + " holds " + value + "; it must be finite");
        }
    }

    /// This memory with `value` as the newest of at most `size` numbers.
    public StrategyState remember(double value, int size) {
        int kept = Math.min(window.size(), size - 1);
        var next = new Double[kept + 1];
        for (int i = 0; i < kept; i++) {
            next[i] = window.get(window.size() - kept + i);
        }
        next[kept] = value;
        return new StrategyState(Arrays.asList(next), registers);
    }

    /// This memory with one named number set.
    public StrategyState with(String register, double value) {
        var next = new HashMap<>(registers);
        next.put(register, value);
        return new StrategyState(window, next);
    }

    /// The named number, or `otherwise` if it was never set.
    public double register(String name, double otherwise) {
        return registers.getOrDefault(name, otherwise);
    }
}
