package io.alphapanda.engine.zerodha.session;

import io.alphapanda.kite.KiteClient;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.Connection;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/// The accounts of kind `zerodha` this process serves, each with its own client. Checked at start.
@Startup
@Singleton
final class ZerodhaAccounts {

    /// An account, and how to speak to Kite for it.
    record Served(ZerodhaAccount account, KiteClient client) {}

    private final Map<String, Served> byName = new TreeMap<>();

    ZerodhaAccounts(Brokers brokers, Config config, InstantSource clock) {
        brokers.all().stream()
                .filter(each -> each.kind().equals(ZerodhaAccount.KIND))
                .map(each -> ZerodhaAccount.of(each, new Connection(config, each.broker())))
                .toList()
                .forEach(each -> byName.put(each.kite().name(), new Served(each, KiteClient.of(each.kite(), clock))));
    }

    Optional<Served> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    @PreDestroy
    void close() {
        byName.values().forEach(each -> each.client().close());
    }
}
