package io.alphapanda.engine.alpaca;

import io.alphapanda.engine.live.BrokerKind;
import io.alphapanda.engine.live.LiveBroker;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Connection;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/// Accounts at Alpaca.
@Singleton
final class AlpacaKind implements BrokerKind {

    private final Config config;
    private final InstantSource clock;

    AlpacaKind(Config config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "alpaca";
    }

    @Override
    public LiveBroker open(BrokerAccount account) {
        var terms = AlpacaTerms.of(account, new Connection(config, account.broker()));
        return new AlpacaBroker(account.broker(), AlpacaClient.of(terms, clock), terms.limits(), clock);
    }
}
