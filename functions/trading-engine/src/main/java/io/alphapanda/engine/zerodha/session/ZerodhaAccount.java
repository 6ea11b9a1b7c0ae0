package io.alphapanda.engine.zerodha.session;

import io.alphapanda.kite.KiteAccount;
import io.alphapanda.kite.KiteSettings;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import io.alphapanda.stage.broker.Reach;
import java.util.Optional;

/// One account at Zerodha, checked: what is not live never leaves this machine, and what is live never stays on it.
///
/// @param userId who must log in; empty for whoever does
record ZerodhaAccount(BrokerAccount account, KiteAccount kite, Optional<String> userId) {

    /// What `panda.brokers.<name>.kind` says.
    static final String KIND = "zerodha";

    /// @throws ConfigurationException if a setting is missing or can't be used
    static ZerodhaAccount of(BrokerAccount account, Connection connection) {
        var kite = kite(account, connection);
        var addresses = kite.addresses();
        Reach.require(account, connection, "api", addresses.api(), "Zerodha");
        Reach.require(account, connection, "login", addresses.login(), "Zerodha");
        Reach.require(account, connection, "ticker", addresses.ticker(), "Zerodha");
        return new ZerodhaAccount(account, kite, connection.find("user-id"));
    }

    private static KiteAccount kite(BrokerAccount account, Connection connection) {
        try {
            return KiteSettings.account(account.broker().name(), connection::find);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(connection.key(e.getMessage()));
        }
    }
}
