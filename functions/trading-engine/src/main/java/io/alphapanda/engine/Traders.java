package io.alphapanda.engine;

import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/// Who executes an account's orders, by its kind. Every active account's kind must be known, which is checked at start.
@Startup
@Singleton
final class Traders {

    private final Map<String, Trader> byKind = new TreeMap<>();

    Traders(PaperTrader paper, LiveTrader live, LiveBrokers liveBrokers, Brokers brokers) {
        byKind.put(BrokerAccount.PAPER, paper);
        liveBrokers.kinds().forEach(kind -> byKind.put(kind, live));
        for (var account : brokers.all()) {
            if (!byKind.containsKey(account.kind())) {
                throw new ConfigurationException("panda.brokers." + account.broker() + ".kind '" + account.kind()
                        + "' is unknown; use one of " + String.join(", ", byKind.keySet()));
            }
        }
    }

    Trader of(BrokerAccount account) {
        return byKind.get(account.kind());
    }
}
