package io.alphapanda.local.manifests.rule;

/// A fault, and the rule that found it.
///
/// @param rule its name
public record Finding(String rule, Fault fault) {

    @Override
    public String toString() {
        return "[%s] %s".formatted(rule, fault);
    }
}
