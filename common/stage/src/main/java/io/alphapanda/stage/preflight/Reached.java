package io.alphapanda.stage.preflight;

import io.alphapanda.domain.strategy.LanePolicy;
import io.alphapanda.domain.strategy.StrategyDefinition;
import io.alphapanda.stage.broker.BrokerAccount;
import java.util.List;
import java.util.stream.Collectors;

/// Which accounts a strategy's signals are copied to, by the policy the strategy-runner goes by.
public final class Reached {

    private Reached() {}

    /// Those of the active accounts that it lists and may reach; none if it does not run.
    public static List<BrokerAccount> accounts(StrategyDefinition definition, List<BrokerAccount> active) {
        var policy = LanePolicy.of(
                active.stream().map(BrokerAccount::broker).collect(Collectors.toSet()),
                active.stream()
                        .filter(BrokerAccount::isLive)
                        .map(BrokerAccount::broker)
                        .collect(Collectors.toSet()));
        return active.stream()
                .filter(each -> definition.enabled()
                        && definition.brokers().contains(each.broker())
                        && policy.serves(definition, each.broker()))
                .toList();
    }
}
