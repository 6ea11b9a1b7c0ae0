package io.alphapanda.engine.zerodha;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The shortest windows there are, and a simulator's limits.
public final class Fast implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "panda.brokers.zerodha.clock", "signal",
                "panda.brokers.zerodha.connection.orders-per-second", "1000",
                "panda.brokers.zerodha.connection.orders-per-minute", "60000",
                "panda.engine.settle-seconds", "10",
                "panda.engine.send-within-millis", "1000",
                "panda.engine.read-every-millis", "200");
    }
}
