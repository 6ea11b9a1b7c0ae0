package io.alphapanda.domain.strategy;

import java.util.TreeSet;

/// A definition and the rule built from it.
public record ActiveStrategy(StrategyDefinition definition, Strategy rule) {

    /// Builds the rule a definition names.
    ///
    /// @param types every rule the house knows
    /// @throws IllegalArgumentException naming the strategy and what is wrong with its type or parameters
    public static ActiveStrategy of(StrategyDefinition definition, Iterable<? extends StrategyType> types) {
        var known = new TreeSet<String>();
        for (var type : types) {
            if (type.name().equals(definition.type())) {
                return new ActiveStrategy(definition, create(type, definition));
            }
            known.add(type.name());
        }
        throw new IllegalArgumentException(
                "strategy " + definition.id() + ": type '" + definition.type() + "' is unknown; use one of " + known);
    }

    private static Strategy create(StrategyType type, StrategyDefinition definition) {
        try {
            return type.create(definition.parameters());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("strategy " + definition.id() + ": " + e.getMessage(), e);
        }
    }
}
