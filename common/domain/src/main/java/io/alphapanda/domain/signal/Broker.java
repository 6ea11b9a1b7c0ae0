package io.alphapanda.domain.signal;

import java.util.regex.Pattern;

/// A lane's name: one account at one broker, and the namespace of its topics, keys and ledger rows. Two accounts of
/// one kind are two brokers.
///
/// @param name lower-case letters, digits and `-`; at most 24
public record Broker(String name) implements Comparable<Broker> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,23}");

    public Broker {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("broker '" + name + "' must match " + FORM);
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
