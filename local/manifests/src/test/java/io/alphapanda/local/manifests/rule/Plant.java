package io.alphapanda.local.manifests.rule;

import java.util.Set;
import java.util.function.Consumer;

/// An error, and what must be said of it.
///
/// @param rule    the rule that must find it
/// @param what    the error, for people
/// @param says    a part of the rule's message
/// @param also    other rules that find it too
/// @param planter plants it
record Plant(String rule, String what, String says, Set<String> also, Consumer<Planting> planter) {

    static Plant of(String rule, String what, String says, Consumer<Planting> planter) {
        return new Plant(rule, what, says, Set.of(), planter);
    }

    Plant and(String... others) {
        return new Plant(rule, what, says, Set.of(others), planter);
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
