package io.alphapanda.engine;

import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The traders this house has, by kind. Every active broker's kind must be among them, which is checked at start.
@Startup
@Singleton
final class Traders {

    private final Map<String, Trader> byKind;

    Traders(@All List<Trader> traders, Brokers brokers) {
        this.byKind = traders.stream().collect(Collectors.toUnmodifiableMap(Trader::kind, Function.identity()));
        for (var account : brokers.all()) {
            if (!byKind.containsKey(account.kind())) {
                throw new ConfigurationException("panda.brokers." + account.broker() + ".kind '" + account.kind()
                        + "' is unknown; use one of " + String.join(", ", new TreeMap<>(byKind).keySet()));
            }
        }
    }

    Trader of(BrokerAccount account) {
        return byKind.get(account.kind());
    }
}
