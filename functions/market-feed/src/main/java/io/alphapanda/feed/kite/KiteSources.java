package io.alphapanda.feed.kite;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.kite.KiteAccount;
import io.alphapanda.kite.KiteSettings;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/// Makes a source of Kite with what the application has: its event loops, its configuration, its logins.
@ApplicationScoped
public class KiteSources {

    private final Config config;
    private final Vertx vertx;
    private final AccessTokens tokens;

    KiteSources(Config config, Vertx vertx, AccessTokens tokens) {
        this.config = config;
        this.vertx = vertx;
        this.tokens = tokens;
    }

    /// @throws ConfigurationException if the account can't be used
    public KiteSource source(KiteFeedSettings settings, InstantSource clock, LiveProgress progress) {
        return new KiteSource(settings, account(settings.account()), tokens, vertx, clock, progress);
    }

    private KiteAccount account(String name) {
        try {
            return KiteSettings.account(name, new Connection(config, new Broker(name))::find);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "panda.feed.kite.account '" + name + "': panda.brokers." + name + ".connection." + e.getMessage());
        }
    }
}
