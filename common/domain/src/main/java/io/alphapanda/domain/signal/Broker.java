package io.alphapanda.domain.signal;

import java.util.Set;
import java.util.regex.Pattern;

/// A lane's name: one account at one broker, and the namespace of its topics, keys and ledger rows. Two accounts of
/// one kind are two brokers.
///
/// @param name lower-case letters, digits and `-`, a letter first; at most 24. Not one of the first words of the
///             topics and keys all lanes share
public record Broker(String name) implements Comparable<Broker> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,23}");

    /// `market.equity.ticks` and `market:last`, `control.trading-state`, `strategy:state` are nobody's lane.
    private static final Set<String> SHARED = Set.of("market", "control", "strategy");

    public Broker {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("broker '" + name + "' must match " + FORM);
        }
        if (SHARED.contains(name)) {
            throw new IllegalArgumentException(
                    "broker '" + name + "' is a namespace all lanes share; use another name");
        }
    }

    @Override
    public int compareTo(Broker other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
