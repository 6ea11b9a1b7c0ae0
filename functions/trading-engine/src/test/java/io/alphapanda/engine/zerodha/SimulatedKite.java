package io.alphapanda.engine.zerodha;

import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A simulated Kite with two accounts, `zerodha` of AB1234 and `zerodha-2` of CD5678, both active beside paper.
public final class SimulatedKite implements QuarkusTestResourceLifecycleManager {

    public static final String USER = "AB1234";
    public static final String OTHER_USER = "CD5678";

    static final String SECRET = "thesecretofthisapp0123456789";

    private static KiteSimulator simulator;

    public static KiteSimulator simulator() {
        return simulator;
    }

    @Override
    public Map<String, String> start() {
        simulator = KiteSimulator.start(SimulatorOptions.of(
                List.of(
                        SimulatedInstrument.equity("NSE", "TCS", 2953217, "100"),
                        SimulatedInstrument.equity("NSE", "WIPRO", 969473, "100")),
                AccountSpec.of(USER, "keyofone", SECRET),
                AccountSpec.of(OTHER_USER, "keyoftwo", SECRET)));
        var configuration = new HashMap<String, String>();
        configuration.put("active.brokers", "paper,paper-b,zerodha,zerodha-2");
        configuration.put("panda.secrets.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        configuration.put("panda.brokers.zerodha-2.kind", "zerodha");
        configuration.putAll(connection("zerodha", "keyofone"));
        configuration.putAll(connection("zerodha-2", "keyoftwo"));
        // A connection would speak to the broker beside the test.
        configuration.put("panda.brokers.zerodha.connection.order-updates", "false");
        configuration.put("panda.brokers.zerodha-2.connection.order-updates", "false");
        return configuration;
    }

    private static Map<String, String> connection(String broker, String key) {
        var prefix = "panda.brokers." + broker + ".connection.";
        return Map.of(
                prefix + "api-key", key,
                prefix + "api-secret", SECRET,
                prefix + "api", simulator.restUrl().toString(),
                prefix + "login", simulator.loginUrl().toString(),
                prefix + "ticker", simulator.tickerUrl().toString());
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
