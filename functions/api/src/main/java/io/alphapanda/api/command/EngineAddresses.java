package io.alphapanda.api.command;

import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where the trading-engines are. One serves all accounts, or each arm has its own.
@Singleton
@Startup
final class EngineAddresses {

    private static final String KEY = "panda.api.engine-address";
    private static final String BROKER = "{broker}";

    private final Map<String, String> byBroker = new LinkedHashMap<>();
    private final Optional<String> template;

    /// @param address where the trading-engine is, for commands: `http://trading-engine`; with `{broker}` in it
    ///                where each arm has an engine, or a list
    ///                `paper=http://127.0.0.1:8081,zerodha=http://127.0.0.1:8082`; unset, commands are refused
    EngineAddresses(@ConfigProperty(name = "panda.api.engine-address") Optional<String> address) {
        var text = address.map(String::strip).filter(each -> !each.isEmpty());
        var isList = text.filter(each -> !each.startsWith("http")).isPresent();
        this.template = text.filter(_ -> !isList).map(each -> each.replaceAll("/+$", ""));
        this.template.ifPresent(EngineAddresses::check);
        if (isList) {
            for (var entry : text.get().split(",")) {
                add(entry.strip());
            }
        }
    }

    private void add(String entry) {
        var equals = entry.indexOf('=');
        if (equals < 1) {
            throw wrong(entry);
        }
        var there = entry.substring(equals + 1).replaceAll("/+$", "");
        check(there);
        byBroker.put(entry.substring(0, equals), there);
    }

    private static void check(String text) {
        try {
            var address = URI.create(text.replace(BROKER, "broker"));
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return;
            }
        } catch (IllegalArgumentException _) {
            // Told below, like an address without a host.
        }
        throw wrong(text);
    }

    private static ConfigurationException wrong(String text) {
        return new ConfigurationException(KEY + " '" + text + "' must be an http or https address, with " + BROKER
                + " in it where each arm has an engine, or a list of broker=address; correct it or remove it");
    }

    /// Empty if nothing says where its engine is.
    Optional<String> of(String broker) {
        return Optional.ofNullable(byBroker.get(broker)).or(() -> template.map(text -> text.replace(BROKER, broker)));
    }

    /// Every engine of these accounts, once each.
    List<String> every(List<String> brokers) {
        return brokers.stream().flatMap(each -> of(each).stream()).distinct().toList();
    }
}
