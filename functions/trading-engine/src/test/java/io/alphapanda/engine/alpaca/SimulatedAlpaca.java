package io.alphapanda.engine.alpaca;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// A simulated Alpaca with one account, the lane `alpaca`, active beside paper.
public final class SimulatedAlpaca implements QuarkusTestResourceLifecycleManager {

    private static AlpacaSimulator simulator;

    static AlpacaSimulator simulator() {
        return simulator;
    }

    @Override
    public Map<String, String> start() {
        simulator = AlpacaSimulator.start();
        return Map.of(
                "active.brokers", "paper,alpaca",
                "panda.brokers.alpaca.kind", "alpaca",
                "panda.brokers.alpaca.clock", "signal",
                "panda.brokers.alpaca.connection.key-id", AlpacaSimulator.KEY_ID,
                "panda.brokers.alpaca.connection.secret-key", AlpacaSimulator.SECRET_KEY,
                "panda.brokers.alpaca.connection.api", simulator.address().toString(),
                "panda.engine.settle-seconds", "10",
                "panda.engine.read-every-millis", "200");
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
