package io.alphapanda.engine.zerodha;

import io.alphapanda.engine.budget.AccountBudget;
import io.alphapanda.engine.live.BrokerKind;
import io.alphapanda.engine.live.LiveBroker;
import io.alphapanda.engine.zerodha.session.ZerodhaSessions;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Connection;
import io.alphapanda.stage.meter.Meters;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/// Accounts at Zerodha.
@Singleton
final class ZerodhaKind implements BrokerKind {

    /// Of an API key.
    private static final int QUOTES_PER_SECOND = 1;

    private final ZerodhaSessions sessions;
    private final AccountBudget budget;
    private final Meters meters;
    private final Config config;
    private final InstantSource clock;

    ZerodhaKind(ZerodhaSessions sessions, AccountBudget budget, Meters meters, Config config, InstantSource clock) {
        this.sessions = sessions;
        this.budget = budget;
        this.meters = meters;
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
        var limits = new PriceLimitBoard(
                account.broker(),
                now -> budget.mayAskForPrices(account.broker(), QUOTES_PER_SECOND, now),
                meters,
                clock);
        return new ZerodhaBroker(account, terms, sessions, limits, clock);
    }
}
