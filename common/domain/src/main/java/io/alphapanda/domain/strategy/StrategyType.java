package io.alphapanda.domain.strategy;

/// A kind of strategy that definitions can name. One public class each, with a public constructor without
/// arguments; it is found by its type, no list has to be edited: the build writes the one [java.util.ServiceLoader]
/// reads.
public interface StrategyType {

    /// The name used in definitions, as `type: momentum`.
    String name();

    /// Builds the rule from its parameters.
    ///
    /// @throws IllegalArgumentException naming the parameter, its value, its bound and the fix; also for a
    ///                                  parameter it does not know
    Strategy create(Parameters parameters);
}
