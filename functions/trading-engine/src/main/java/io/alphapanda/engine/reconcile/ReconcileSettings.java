package io.alphapanda.engine.reconcile;

import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// When our books are compared with the brokers'.
@Singleton
final class ReconcileSettings {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Duration every;
    private final Duration again;

    /// @param every        how long between two comparisons; 0 for none but those asked for, with no live account
    /// @param againSeconds after so long a difference must still be there to count
    ReconcileSettings(
            @ConfigProperty(name = "panda.engine.reconcile-every", defaultValue = "1h") Duration every,
            @ConfigProperty(name = "panda.engine.reconcile-again-seconds", defaultValue = "5") int againSeconds,
            Brokers brokers) {
        boolean live = brokers.all().stream().anyMatch(BrokerAccount::isLive);
        if (every.isZero() && live) {
            throw new ConfigurationException(
                    "panda.engine.reconcile-every 0 leaves a live account unwatched; remove it for the default of an hour");
        }
        if (!every.isZero() && (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0)) {
            throw new ConfigurationException("panda.engine.reconcile-every " + every + " must be between " + SHORTEST
                    + " and " + LONGEST + "; correct it or remove it for the default of an hour");
        }
        if (againSeconds < 1 || againSeconds > 60) {
            throw new ConfigurationException("panda.engine.reconcile-again-seconds " + againSeconds
                    + " must be between 1 and 60; correct it or remove it for the default of 5");
        }
        this.every = every;
        this.again = Duration.ofSeconds(againSeconds);
    }

    boolean isOn() {
        return !every.isZero();
    }

    Duration every() {
        return every;
    }

    Duration again() {
        return again;
    }
}
