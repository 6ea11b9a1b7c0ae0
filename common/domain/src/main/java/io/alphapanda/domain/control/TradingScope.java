package io.alphapanda.domain.control;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import java.util.Optional;

/// What a trading state is said of.
///
/// | broker | strategy | |
/// |---|---|---|
/// | named | – | a lane |
/// | named | named | one strategy in a lane |
/// | – | named | one strategy in every lane |
/// | – | – | the house: every strategy in every lane |
///
/// @param broker   whose lane; empty for every lane
/// @param strategy empty for every strategy
public record TradingScope(Optional<Broker> broker, Optional<StrategyId> strategy) {

    /// What stands for everything in a scope's name; no broker or strategy is called that.
    public static final String EVERY = "*";

    /// `<broker>:<strategy>`, for keys and ids.
    public String name() {
        return broker.map(Broker::name).orElse(EVERY) + ":"
                + strategy.map(StrategyId::value).orElse(EVERY);
    }
}
