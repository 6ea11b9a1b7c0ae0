package io.alphapanda.engine.live;

import io.alphapanda.domain.placement.Settling;
import io.alphapanda.stage.broker.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How live orders are sent and followed.
@Singleton
public final class LiveSettings {

    private final Duration sendWithin;
    private final Settling settling;
    private final Duration readEvery;

    /// @param sendWithinMillis how long an order may be on its way to the socket
    /// @param settleSeconds    how long an order whose answer was lost may take to appear in the book
    /// @param settleLookUps    how many successful look-ups must not have found it
    /// @param readEveryMillis  the shortest time between two readings of one book
    LiveSettings(
            @ConfigProperty(name = "panda.engine.send-within-millis", defaultValue = "2000") int sendWithinMillis,
            @ConfigProperty(name = "panda.engine.settle-seconds", defaultValue = "120") int settleSeconds,
            @ConfigProperty(name = "panda.engine.settle-look-ups", defaultValue = "3") int settleLookUps,
            @ConfigProperty(name = "panda.engine.read-every-millis", defaultValue = "1000") int readEveryMillis) {
        this.sendWithin = millis("panda.engine.send-within-millis", sendWithinMillis, 100, 10_000, 2_000);
        this.readEvery = millis("panda.engine.read-every-millis", readEveryMillis, 200, 60_000, 1_000);
        try {
            this.settling = new Settling(Duration.ofSeconds(settleSeconds), settleLookUps);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("panda.engine.settle-seconds " + settleSeconds
                    + ", panda.engine.settle-look-ups " + settleLookUps + ": " + e.getMessage());
        }
    }

    private static Duration millis(String key, int value, int least, int most, int usual) {
        if (value < least || value > most) {
            throw new ConfigurationException(key + " " + value + " must be between " + least + " and " + most
                    + "; correct it or remove it for the default of " + usual);
        }
        return Duration.ofMillis(value);
    }

    public Duration sendWithin() {
        return sendWithin;
    }

    Settling settling() {
        return settling;
    }

    Duration readEvery() {
        return readEvery;
    }
}
