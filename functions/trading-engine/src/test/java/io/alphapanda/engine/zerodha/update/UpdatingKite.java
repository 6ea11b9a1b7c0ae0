package io.alphapanda.engine.zerodha.update;

import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A simulated Kite that tells of its orders: over the ticker, and by post to [PostOffice]. Two accounts, `zerodha` of
/// AB1234 and `zerodha-2` of CD5678, each with an app of its own.
public final class UpdatingKite implements QuarkusTestResourceLifecycleManager {

    public static final String USER = "AB1234";
    public static final String SECRET = "thesecretofthefirstapp01";
    public static final String OTHER_SECRET = "thesecretofthesecondapp2";

    private static KiteSimulator simulator;
    private static PostOffice post;

    public static KiteSimulator simulator() {
        return simulator;
    }

    /// Its post goes to the application at that port.
    public static void postsTo(int port) {
        post.deliverTo(port);
    }

    static PostOffice post() {
        return post;
    }

    @Override
    public Map<String, String> start() {
        post = new PostOffice();
        simulator = KiteSimulator.start(SimulatorOptions.of(
                        List.of(SimulatedInstrument.equity("NSE", "TCS", 2953217, "100")),
                        AccountSpec.of(USER, "keyofone", SECRET).withPostbackUrl(post.url("zerodha")),
                        AccountSpec.of("CD5678", "keyoftwo", OTHER_SECRET))
                .withTicker(Duration.ZERO, Duration.ofMillis(200)));
        var configuration = new HashMap<String, String>();
        configuration.put("active.brokers", "paper,paper-b,zerodha,zerodha-2");
        configuration.put("panda.secrets.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        configuration.put("panda.brokers.zerodha-2.kind", "zerodha");
        configuration.put("panda.brokers.zerodha.clock", "signal");
        configuration.put("panda.engine.read-every-millis", "200");
        configuration.putAll(connection("zerodha", "keyofone", SECRET));
        configuration.putAll(connection("zerodha-2", "keyoftwo", OTHER_SECRET));
        return configuration;
    }

    private static Map<String, String> connection(String broker, String key, String secret) {
        var prefix = "panda.brokers." + broker + ".connection.";
        return Map.of(
                prefix + "api-key", key,
                prefix + "api-secret", secret,
                prefix + "api", simulator.restUrl().toString(),
                prefix + "login", simulator.loginUrl().toString(),
                prefix + "ticker", simulator.tickerUrl().toString());
    }

    @Override
    public void stop() {
        simulator.close();
        post.close();
    }
}
