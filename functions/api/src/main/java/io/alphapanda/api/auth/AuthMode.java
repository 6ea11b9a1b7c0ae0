package io.alphapanda.api.auth;

import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Reach;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whether callers must say who they are. Off is local mode: for one machine, where whoever reaches the port is the
/// person in front of it.
@Singleton
@Startup
public final class AuthMode {

    private static final String KEY = "panda.api.auth";

    private final boolean on;

    /// @param auth `on`: callers log in; `off`: local mode, everybody may do everything, only on loopback
    /// @param host where this process listens
    AuthMode(
            @ConfigProperty(name = "panda.api.auth", defaultValue = "on") String auth,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.on = switch (auth.strip()) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new ConfigurationException(KEY + " '" + auth + "' must be on or off; correct it");
        };
        if (!on && !Reach.isLoopback(host)) {
            throw new ConfigurationException(KEY + " is off, but this process listens on " + host
                    + ": anybody who reaches it could command; set " + KEY + "=on, or quarkus.http.host=127.0.0.1");
        }
    }

    public boolean isOn() {
        return on;
    }
}
