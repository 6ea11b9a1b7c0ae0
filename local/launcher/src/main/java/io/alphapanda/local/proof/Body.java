package io.alphapanda.local.proof;

/// What an experiment does.
@FunctionalInterface
public interface Body {

    /// @return what was done, in a few words with the numbers
    /// @throws Violation if the promise was not kept
    String run(Trial trial);
}
