package io.alphapanda.domain.strategy;

/// A trading rule over one instrument. Pure: the same state and observation always give the same reading, so a
/// recorded day can be replayed and a crash re-done.
///
/// A strategy only says which side its condition favours *now*; that a signal is sent on entering the condition, and
/// not on every observation in it, is [Brain]'s business.
public interface Strategy {

    /// What is remembered before the first observation, and again after the memory was lost.
    StrategyState initial();

    /// Looks at one observation.
    Reading observe(StrategyState state, Bar bar);
}
