package io.alphapanda.engine.zerodha;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Short windows, and a simulator's limits. An order has a little longer to leave than it has with a trader, since this
/// machine builds other things while the tests run.
public final class Fast implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "panda.brokers.zerodha.clock", "signal",
                "panda.brokers.zerodha.connection.orders-per-second", "1000",
                "panda.brokers.zerodha.connection.orders-per-minute", "60000",
                "panda.engine.settle-seconds", "10",
                "panda.engine.send-within-millis", "2500",
                "panda.engine.read-every-millis", "200");
    }
}
