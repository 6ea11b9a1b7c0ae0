package io.alphapanda.domain.signal;

import java.util.regex.Pattern;

/// A strategy's name, unique in the house; part of ids, keys and topics' record keys.
///
/// @param value lower-case letters, digits and `-`; at most 40
public record StrategyId(String value) implements Comparable<StrategyId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public StrategyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("strategy id '" + value + "' must match " + FORM);
        }
    }

    @Override
    public int compareTo(StrategyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
