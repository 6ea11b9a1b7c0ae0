package io.alphapanda.feed.kite;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.kite.KiteAccount;
import io.alphapanda.kite.KiteSettings;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import io.alphapanda.stage.session.BrokerSessions;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/// Makes a source of Kite with what the application has: its event loops, its configuration, its logins.
@ApplicationScoped
public class KiteSources {

    private final Config config;
    private final Vertx vertx;
    private final BrokerSessions sessions;

    KiteSources(Config config, Vertx vertx, BrokerSessions sessions) {
        this.config = config;
        this.vertx = vertx;
        this.sessions = sessions;
    }

    /// @throws ConfigurationException if the account can't be used
    public KiteSource source(KiteFeedSettings settings, InstantSource clock, LiveProgress progress) {
        var account = broker(settings.account());
        var tokens = new SessionTokens(sessions, account);
        return new KiteSource(settings, kite(account), tokens, vertx, clock, progress);
    }

    private KiteAccount kite(Broker account) {
        var connection = new Connection(config, account);
        try {
            return KiteSettings.account(account.name(), connection::find);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(connection.key(e.getMessage()));
        }
    }

    private static Broker broker(String name) {
        try {
            return new Broker(name);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("panda.feed.kite.account: " + e.getMessage());
        }
    }
}
