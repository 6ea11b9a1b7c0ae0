package io.alphapanda.engine.zerodha.session;

import io.alphapanda.kite.KiteClient;
import io.alphapanda.kite.order.OrderUpdate;
import io.alphapanda.stage.broker.BrokerAccount;
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
public final class ZerodhaAccounts {

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

    /// Those accounts.
    public List<BrokerAccount> all() {
        return byName.values().stream().map(each -> each.account().account()).toList();
    }

    /// What a body is that somebody posted for an account, proved by the secret of its app.
    ///
    /// @return empty if this process serves no such account of this kind
    public Optional<OrderUpdate.Posted> posted(String name, byte[] body) {
        return find(name)
                .map(each -> OrderUpdate.posted(body, each.account().kite().apiSecret()));
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
