package io.alphapanda.local.launcher;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.fault.Faults;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The Kite simulator that stands in for Zerodha, with an account for each broker of the run that trades there. The
/// user of a simulated account is named as its broker, so that the audit finds an order's lane.
///
/// ```
/// ticks of the house ──▶ SimulatedMarket ──▶ KiteSimulator ◀── orders, look-ups ── the lane's stages
/// ```
final class SimulatedBroker implements AutoCloseable {

    /// Under which [RunState] has the simulator's address.
    static final String ADDRESS = "kite-simulator";

    /// Rupees in each account: plenty, so that it is risk that denies, and not the broker's margins.
    private static final String CASH = "1000000000";

    /// Listed from the start, and never traded: a client takes an exchange without instruments for a mistake.
    private static final SimulatedInstrument INDEX = SimulatedInstrument.index("NSE", "NIFTY 50", 256_265, "0");

    private final Map<Account, AccountSpec> accounts;
    private final KiteSimulator simulator;
    private SimulatedMarket market;

    private SimulatedBroker(Map<Account, AccountSpec> accounts) {
        this.accounts = accounts;
        this.simulator = KiteSimulator.start(
                SimulatorOptions.of(List.of(INDEX), accounts.values().toArray(AccountSpec[]::new)));
    }

    /// @param accounts at least one
    /// @param engines  by broker: where its trading-engine listens; logins end there, and order updates
    static SimulatedBroker start(List<Account> accounts, Function<String, String> engines) {
        var specs = new LinkedHashMap<Account, AccountSpec>();
        for (var account : accounts) {
            var doors = engines.apply(account.broker()) + "/brokers/" + account.broker();
            specs.put(
                    account,
                    AccountSpec.of(account.broker(), Secrets.word(), Secrets.word())
                            .withCash(CASH)
                            .withRedirectUrl(URI.create(doors + "/session"))
                            .withPostbackUrl(URI.create(doors + "/postback")));
        }
        return new SimulatedBroker(specs);
    }

    /// Whether Zerodha trades any of it; it has no crypto.
    static boolean trades(AssetClass assetClass) {
        return assetClass == AssetClass.EQUITY;
    }

    /// Its prices follow the house's ticks from here on.
    void follow(String kafka, AssetClass assetClass) {
        if (trades(assetClass)) {
            market = SimulatedMarket.follow(kafka, assetClass, simulator);
        }
    }

    /// What a room that serves these brokers has to know to reach their accounts. All the ticks a run plays have
    /// times of their own, so the accounts go by the signals' time.
    Map<String, String> environment(Collection<String> brokers) {
        var environment = new LinkedHashMap<String, String>();
        accounts.forEach((account, spec) -> {
            if (brokers.contains(account.broker())) {
                environment.put(account.variable("connection.api-key"), spec.apiKey());
                environment.put(account.variable("connection.api-secret"), spec.apiSecret());
                environment.put(account.variable("connection.user-id"), spec.userId());
                environment.put(
                        account.variable("connection.api"), simulator.restUrl().toString());
                environment.put(
                        account.variable("connection.login"),
                        simulator.loginUrl().toString());
                environment.put(
                        account.variable("connection.ticker"),
                        simulator.tickerUrl().toString());
                environment.put(account.variable("clock"), "signal");
            }
        });
        return environment;
    }

    List<Account> accounts() {
        return List.copyOf(accounts.keySet());
    }

    String address() {
        return simulator.restUrl().toString();
    }

    /// What goes wrong there.
    Faults faults() {
        return simulator.faults();
    }

    /// Every order that is still open ends, as at the close of a trading day.
    void closeSession() {
        simulator.closeSession();
    }

    @Override
    public void close() {
        if (market != null) {
            market.close();
        }
        simulator.close();
    }
}
