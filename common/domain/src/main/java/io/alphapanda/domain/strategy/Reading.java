package io.alphapanda.domain.strategy;

import io.alphapanda.domain.money.Side;
import java.util.Optional;

/// What a strategy made of one observation.
///
/// @param state     what it remembers from now on
/// @param condition the side it favours now; empty while it favours none or is still warming up
/// @param reason    the numbers behind it, for people, as `change=1.31% lookback=20`; ASCII
public record Reading(StrategyState state, Optional<Side> condition, String reason) {

    /// Nothing favoured.
    public static Reading quiet(StrategyState state) {
        return new Reading(state, Optional.empty(), "");
    }

    /// The condition for `side` holds.
    public static Reading favours(Side side, StrategyState state, String reason) {
        return new Reading(state, Optional.of(side), reason);
    }
}
