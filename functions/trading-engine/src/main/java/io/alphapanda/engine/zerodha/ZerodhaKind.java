package io.alphapanda.engine.zerodha;

import io.alphapanda.engine.live.BrokerKind;
import io.alphapanda.engine.live.LiveBroker;
import io.alphapanda.engine.zerodha.session.ZerodhaSessions;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Connection;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/// Accounts at Zerodha.
@Singleton
final class ZerodhaKind implements BrokerKind {

    private final ZerodhaSessions sessions;
    private final Config config;
    private final InstantSource clock;

    ZerodhaKind(ZerodhaSessions sessions, Config config, InstantSource clock) {
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "zerodha";
    }

    @Override
    public LiveBroker open(BrokerAccount account) {
        var terms = ZerodhaTerms.of(new Connection(config, account.broker()), account.isLive());
        return new ZerodhaBroker(account, terms, sessions, clock);
    }
}
