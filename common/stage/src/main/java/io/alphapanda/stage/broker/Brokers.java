package io.alphapanda.stage.broker;

import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.signal.Broker;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The accounts this process serves, validated at start: a bad value stops it with the field, the value, the bound
/// and the fix.
@Singleton
public final class Brokers {

    private final Map<String, BrokerAccount> active;

    /// @param names the lanes this process serves; set as `ACTIVE_BROKERS`
    public Brokers(
            BrokersConfiguration configuration,
            @ConfigProperty(name = "active.brokers", defaultValue = "paper,paper-b") List<String> names) {
        var accounts = new LinkedHashMap<String, BrokerAccount>();
        for (var name : names) {
            var settings = configuration.brokers().get(name);
            if (settings == null) {
                throw new ConfigurationException("ACTIVE_BROKERS names '" + name + "', but panda.brokers." + name
                        + ".kind is not set; configured are "
                        + String.join(
                                ", ", new TreeSet<>(configuration.brokers().keySet())));
            }
            accounts.put(name, account(name, settings));
        }
        if (accounts.isEmpty()) {
            throw new ConfigurationException("ACTIVE_BROKERS is empty; name at least one of "
                    + String.join(", ", new TreeSet<>(configuration.brokers().keySet())));
        }
        this.active = Map.copyOf(accounts);
    }

    private static BrokerAccount account(String name, BrokersConfiguration.BrokerSettings settings) {
        var prefix = "panda.brokers." + name + ".";
        var limits = settings.limits();
        var costs = settings.costs();
        var startingCash = checked(prefix + "starting-cash", () -> new Money(settings.startingCash()));
        if (startingCash.signum() < 0) {
            throw new ConfigurationException(prefix + "starting-cash " + startingCash + " must be 0 or more");
        }
        return new BrokerAccount(
                checked("ACTIVE_BROKERS", () -> new Broker(name)),
                settings.kind(),
                startingCash,
                checked(
                        prefix + "limits",
                        () -> new RiskLimits(
                                checked(prefix + "limits.max-position", () -> new Quantity(limits.maxPosition())),
                                limits.maxDailyTrades(),
                                new BasisPoints(limits.priceCollarBps()),
                                new Money(limits.maxOrderValue()))),
                checked(
                        prefix + "costs",
                        () -> new PaperTerms(
                                new BasisPoints(costs.slippageBps()), new BasisPoints(costs.commissionBps()))));
    }

    private static <T> T checked(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (ConfigurationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(field + ": " + e.getMessage());
        }
    }

    public Optional<BrokerAccount> find(String name) {
        return Optional.ofNullable(active.get(name));
    }

    public boolean serves(String name) {
        return active.containsKey(name);
    }

    /// @throws IllegalArgumentException if this process does not serve it
    public BrokerAccount account(Broker broker) {
        return find(broker.name())
                .orElseThrow(() -> new IllegalArgumentException("broker '" + broker + "' is not served here"));
    }

    public List<BrokerAccount> all() {
        var sorted = new ArrayList<>(active.values());
        sorted.sort((a, b) -> a.broker().compareTo(b.broker()));
        return sorted;
    }
}
