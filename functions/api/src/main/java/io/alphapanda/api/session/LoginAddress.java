package io.alphapanda.api.session;

import io.alphapanda.stage.broker.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where a person logs in, if this house says so.
@Singleton
final class LoginAddress {

    private static final String KEY = "panda.api.login-address";
    private static final String BROKER = "{broker}";

    private final Optional<String> template;

    /// @param template where a person logs in at a broker, a trading-engine's door as people reach it:
    ///                 `https://host/brokers/{broker}/login`; unset, answers carry no link to it
    LoginAddress(@ConfigProperty(name = "panda.api.login-address") Optional<String> template) {
        this.template = template.map(String::strip).filter(text -> !text.isEmpty());
        this.template.ifPresent(LoginAddress::check);
    }

    private static void check(String text) {
        if (!text.contains(BROKER) || !isHttp(text.replace(BROKER, "broker"))) {
            throw new ConfigurationException(KEY + " '" + text + "' must be an http or https address with " + BROKER
                    + " in it, such as https://host/brokers/{broker}/login; correct it or remove it");
        }
    }

    private static boolean isHttp(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    Optional<String> of(String broker) {
        return template.map(text -> text.replace(BROKER, broker));
    }
}
