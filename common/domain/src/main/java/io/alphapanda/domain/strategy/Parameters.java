package io.alphapanda.domain.strategy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A strategy's own numbers, read with their bounds so that a bad one is named with its fix.
///
/// @param values by name
public record Parameters(Map<String, BigDecimal> values) {

    public Parameters {
        values = Map.copyOf(values);
    }

    /// A whole number within bounds, or the default where it is not given.
    public int wholeNumber(String name, int otherwise, int min, int max) {
        var given = values.get(name);
        if (given == null) {
            return otherwise;
        }
        double value = given.doubleValue();
        if (!(value >= min && value <= max) || value != Math.rint(value)) {
            throw new IllegalArgumentException("parameters." + name + " " + given.toPlainString()
                    + " must be a whole number between " + min + " and " + max);
        }
        return (int) value;
    }

    /// A number within bounds (both included), or the default where it is not given.
    public double number(String name, double otherwise, double min, double max) {
        var given = values.get(name);
        if (given == null) {
            return otherwise;
        }
        double value = given.doubleValue();
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "parameters." + name + " " + given.toPlainString() + " must be between " + min + " and " + max);
        }
        return value;
    }

    /// Refuses names the strategy does not know, so that a typing error is not a silent default.
    public void only(String... known) {
        var unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "parameters." + unknown.first() + " is unknown; known are " + new TreeSet<>(Set.of(known)));
        }
    }

    @Override
    public String toString() {
        return new TreeMap<>(values).toString();
    }
}
