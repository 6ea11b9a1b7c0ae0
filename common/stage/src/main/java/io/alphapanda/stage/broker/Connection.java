package io.alphapanda.stage.broker;

import io.alphapanda.domain.signal.Broker;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// How an account is reached: `panda.brokers.<name>.connection.<key>`. Which keys there are, and what they must look
/// like, only the account's kind knows. May hold secrets: it shows its name and nothing else.
public final class Connection {

    private final Config config;
    private final String prefix;

    public Connection(Config config, Broker broker) {
        this.config = config;
        this.prefix = "panda.brokers." + broker.name() + ".connection.";
    }

    /// Where a setting is looked for; for messages.
    public String key(String name) {
        return prefix + name;
    }

    /// Blank counts as absent: that is how the environment says "not set".
    public Optional<String> find(String name) {
        return config.getOptionalValue(key(name), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// @param fix what to do when it is missing
    /// @throws ConfigurationException if it is missing
    public String require(String name, String fix) {
        return find(name).orElseThrow(() -> new ConfigurationException(key(name) + " is not set; " + fix));
    }

    @Override
    public String toString() {
        return prefix + "*";
    }
}
