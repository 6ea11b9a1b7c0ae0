package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A paper account, one at a simulated broker and a real one, side by side: each row says which it is of.
@QuarkusTest
@TestProfile(RealityTest.ThreeRealities.class)
class RealityTest extends ApiTest {

    private static final Instant TIME = Instant.parse("2026-01-05T04:00:00Z");

    public static final class ThreeRealities implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "active.brokers", "paper,zerodha,zerodha-real",
                    "panda.brokers.zerodha-real.kind", "zerodha",
                    "panda.brokers.zerodha-real.live", "true");
        }
    }

    @Test
    void everyPortfolioSaysWhichRealityItIsOf() {
        seed.portfolio("paper", "momentum", "7", "7", "0", "0", 0);
        seed.portfolio("zerodha", "momentum", "7", "7", "0", "0", 0);
        seed.portfolio("zerodha-real", "momentum", "7", "7", "0", "0", 0);

        var listed = get("/api/v1/portfolios", Map.of()).jsonPath();
        assertThat(listed.getList("portfolios.reality")).containsExactly("PAPER", "SIMULATED", "LIVE");
        assertThat(listed.getList("portfolios.simulated")).containsExactly(true, true, false);

        var summary = get("/api/v1/portfolios/zerodha/summary", Map.of()).jsonPath();
        assertThat(summary.getString("reality")).isEqualTo("SIMULATED");
        assertThat(summary.getBoolean("simulated")).isTrue();

        var detail = get("/api/v1/portfolios/zerodha-real/momentum", Map.of()).jsonPath();
        assertThat(detail.getString("reality")).isEqualTo("LIVE");
        assertThat(detail.getBoolean("simulated")).isFalse();
    }

    @Test
    void anOrderKeepsTheRealityItWasWrittenDownWith() {
        order("1", "paper", "paper", "PAPER");
        order("2", "zerodha-real", "zerodha", "SIMULATED");
        order("3", "zerodha-real", "zerodha", "LIVE");

        var orders = get("/api/v1/orders", Map.of()).jsonPath();
        assertThat(orders.getList("orders.id")).containsExactly("3", "2", "1");
        assertThat(orders.getList("orders.reality")).containsExactly("LIVE", "SIMULATED", "PAPER");
        assertThat(orders.getList("orders.simulated")).containsExactly(false, true, true);
    }

    @Test
    void anOrderThatWentOutSaysWhatTheBrokerHasOfIt() {
        order("1", "zerodha", "zerodha", "SIMULATED");
        order("2", "zerodha", "zerodha", "SIMULATED");
        seed.placement("1", "zerodha", "AP1", "2401", "");
        seed.placement("2", "zerodha", "AP2", null, "Insufficient funds");

        var orders = get("/api/v1/orders", Map.of()).jsonPath();
        assertThat(orders.getList("orders.tag")).containsExactly("AP2", "AP1");
        assertThat(orders.getList("orders.brokerOrderId")).containsExactly(null, "2401");
        assertThat(orders.getList("orders.words")).containsExactly("Insufficient funds", null);
    }

    private void order(String id, String broker, String kind, String reality) {
        seed.order(id, broker, "momentum", "idea", "FILLED", "10", "1005", null, TIME.plusSeconds(Long.parseLong(id)));
        seed.orderWas(id, kind, reality);
    }
}
