package io.alphapanda.domain.strategy;

import io.alphapanda.domain.signal.Broker;
import java.util.Set;

/// Which of the brokers a definition lists get its signals.
@FunctionalInterface
public interface LanePolicy {

    boolean serves(StrategyDefinition definition, Broker broker);

    /// The house's policy: a broker must be active, and one that trades real money is served only by a strategy whose
    /// live flag is set. Listing the broker alone never risks money.
    ///
    /// @param active    brokers whose lanes are running
    /// @param realMoney those among them that trade real money
    static LanePolicy of(Set<Broker> active, Set<Broker> realMoney) {
        var running = Set.copyOf(active);
        var guarded = Set.copyOf(realMoney);
        return (definition, broker) -> running.contains(broker) && (definition.live() || !guarded.contains(broker));
    }
}
