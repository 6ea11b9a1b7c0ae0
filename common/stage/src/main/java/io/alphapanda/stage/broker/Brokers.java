package io.alphapanda.stage.broker;

import io.alphapanda.domain.charge.Charges;
import io.alphapanda.domain.charge.FlatCharges;
import io.alphapanda.domain.charge.Product;
import io.alphapanda.domain.charge.ZerodhaCharges;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.signal.Broker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The accounts this process serves, validated at start: a bad value stops it with the field, the value, the bound
/// and the fix.
@Singleton
public final class Brokers {

    /// Names that topics and keys use for what belongs to no broker.
    private static final Set<String> RESERVED = Set.of("market", "control", "strategy");

    private static final BigDecimal TEN_PERCENT = new BigDecimal("1000");

    private final Map<String, BrokerAccount> active;

    /// @param names the lanes this process serves; set as `ACTIVE_BROKERS`
    @Inject
    public Brokers(
            BrokersConfiguration configuration, @ConfigProperty(name = "active.brokers") Optional<List<String>> names) {
        this(configuration.brokers(), names.orElse(List.of()));
    }

    Brokers(Map<String, BrokersConfiguration.BrokerSettings> configured, List<String> names) {
        var accounts = new LinkedHashMap<String, BrokerAccount>();
        for (var each : names) {
            var name = each.strip();
            var settings = configured.get(name);
            if (settings == null) {
                throw new ConfigurationException("ACTIVE_BROKERS names '" + name + "', but panda.brokers." + name
                        + ".kind is not set; set it, or name only " + known(configured));
            }
            if (RESERVED.contains(name)) {
                throw new ConfigurationException("ACTIVE_BROKERS names '" + name
                        + "', which is the house's own namespace; give the account another name");
            }
            accounts.put(name, account(name, settings));
        }
        if (accounts.isEmpty()) {
            throw new ConfigurationException("ACTIVE_BROKERS is empty; name at least one of " + known(configured));
        }
        this.active = Map.copyOf(accounts);
    }

    private static String known(Map<String, BrokersConfiguration.BrokerSettings> configured) {
        return String.join(", ", new TreeSet<>(configured.keySet()));
    }

    private static BrokerAccount account(String name, BrokersConfiguration.BrokerSettings settings) {
        var prefix = "panda.brokers." + name + ".";
        var limits = settings.limits();
        var costs = settings.costs();
        return new BrokerAccount(
                broker(name),
                settings.kind(),
                reality(prefix, settings),
                clock(prefix, settings),
                checked(prefix + "starting-cash", atLeastZero(settings.startingCash()), Money::new),
                new RiskLimits(
                        checked(prefix + "limits.max-position", atLeastZero(limits.maxPosition()), Quantity::new),
                        checked(
                                prefix + "limits.max-daily-trades",
                                atLeastZero(BigDecimal.valueOf(limits.maxDailyTrades())),
                                BigDecimal::intValueExact),
                        checked(
                                prefix + "limits.price-collar-bps",
                                atLeastZero(limits.priceCollarBps()),
                                BasisPoints::new),
                        checked(prefix + "limits.max-order-value", atLeastZero(limits.maxOrderValue()), Money::new)),
                new PaperTerms(
                        checked(prefix + "costs.slippage-bps", aShare(costs.slippageBps()), BasisPoints::new),
                        charges(prefix + "costs.", costs)));
    }

    private static Charges charges(String prefix, BrokersConfiguration.Costs costs) {
        var commission = checked(prefix + "commission-bps", aShare(costs.commissionBps()), BasisPoints::new);
        var product = costs.product();
        if (!product.equals(Product.DELIVERY.label()) && !product.equals(Product.INTRADAY.label())) {
            throw outOfBounds(prefix + "product", product, "delivery or intraday");
        }
        return switch (costs.charges()) {
            case "flat" -> new FlatCharges(commission);
            case "zerodha" -> new ZerodhaCharges(Product.valueOf(product.toUpperCase(Locale.ROOT)));
            default -> throw outOfBounds(prefix + "charges", costs.charges(), "flat or zerodha");
        };
    }

    private static Reality reality(String prefix, BrokersConfiguration.BrokerSettings settings) {
        boolean paper = settings.kind().equals(BrokerAccount.PAPER);
        if (paper && settings.live()) {
            throw new ConfigurationException(
                    prefix + "live is true, but kind is paper, which is never live; remove it or correct the kind");
        }
        return paper ? Reality.PAPER : settings.live() ? Reality.LIVE : Reality.SIMULATED;
    }

    private static OrderClock clock(String prefix, BrokersConfiguration.BrokerSettings settings) {
        var clock =
                switch (settings.clock()) {
                    case "wall" -> OrderClock.WALL;
                    case "signal" -> OrderClock.SIGNAL;
                    default ->
                        throw new ConfigurationException(
                                prefix + "clock '" + settings.clock() + "' is unknown; use wall or signal");
                };
        if (settings.live() && clock != OrderClock.WALL) {
            throw new ConfigurationException(
                    prefix + "clock is signal, but the account is live: a late order must not be sent; use wall");
        }
        return clock;
    }

    private static Broker broker(String name) {
        return valid("ACTIVE_BROKERS", () -> new Broker(name));
    }

    /// A configured number and the bounds it must keep.
    private record Bounded(BigDecimal value, boolean kept, String bound) {}

    private static Bounded atLeastZero(BigDecimal value) {
        return new Bounded(value, value.signum() >= 0, "0 or more");
    }

    private static Bounded aShare(BigDecimal value) {
        return new Bounded(
                value, value.signum() >= 0 && value.compareTo(TEN_PERCENT) <= 0, "between 0 and 1000 basis points");
    }

    private static <T> T checked(String key, Bounded setting, java.util.function.Function<BigDecimal, T> type) {
        if (!setting.kept()) {
            throw outOfBounds(key, setting.value().toPlainString(), setting.bound());
        }
        return valid(key + " " + setting.value(), () -> type.apply(setting.value()));
    }

    private static ConfigurationException outOfBounds(String key, String value, String bound) {
        return new ConfigurationException(
                key + " " + value + " must be " + bound + "; correct it or remove it for the default");
    }

    private static <T> T valid(String subject, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(subject + ": " + e.getMessage());
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
