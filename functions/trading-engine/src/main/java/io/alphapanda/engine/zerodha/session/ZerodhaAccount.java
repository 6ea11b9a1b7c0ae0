package io.alphapanda.engine.zerodha.session;

import io.alphapanda.kite.KiteAccount;
import io.alphapanda.kite.KiteSettings;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import io.alphapanda.stage.broker.Reality;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// One account at Zerodha, checked: what is not live never leaves this machine, and what is live never stays on it.
///
/// @param userId who must log in; empty for whoever does
record ZerodhaAccount(BrokerAccount account, KiteAccount kite, Optional<String> userId) {

    /// What `panda.brokers.<name>.kind` says.
    static final String KIND = "zerodha";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @throws ConfigurationException if a setting is missing or can't be used
    static ZerodhaAccount of(BrokerAccount account, Connection connection) {
        var kite = kite(account, connection);
        var addresses = kite.addresses();
        requirePlace(account, connection, "api", addresses.api());
        requirePlace(account, connection, "login", addresses.login());
        requirePlace(account, connection, "ticker", addresses.ticker());
        return new ZerodhaAccount(account, kite, connection.find("user-id"));
    }

    private static KiteAccount kite(BrokerAccount account, Connection connection) {
        try {
            return KiteSettings.account(account.broker().name(), connection::find);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(connection.key(e.getMessage()));
        }
    }

    private static void requirePlace(BrokerAccount account, Connection connection, String which, URI address) {
        var live = account.reality() == Reality.LIVE;
        var here = THIS_MACHINE.contains(address.getHost());
        if (live != here) {
            return;
        }
        var key = "panda.brokers." + account.broker() + ".live";
        var there = ", but connection." + which + " points to " + address + "; ";
        throw new ConfigurationException(
                live
                        ? key + " is true" + there + "remove " + connection.key(which)
                                + " to reach Zerodha, or remove live to trade at the simulator"
                        : key + " is not true" + there + "set " + connection.key(which)
                                + " to the simulator's address on this machine, or live to true to trade real money");
    }
}
