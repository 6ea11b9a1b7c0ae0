package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged house with a paper account beside one at the simulated broker.
class SideBySideIT {

    private static final String STRATEGY = """
            id: %s
            type: %s
            brokers: [paper, zerodha]
            assetClasses: [equity]
            interval: tick
            size: %d
            parameters: %s
            """;

    @TempDir
    Path folder;

    @Test
    void theSameSignalsAreTradedOnPaperAndAtTheSimulatedBroker() throws Exception {
        strategy("momentum", 10, "{lookback: 20, thresholdPercent: 1.2}");
        strategy("low-frequency", 1, "{cooldownSeconds: 300}");
        var report = folder.resolve("report.json");

        var house = new PackagedHouse(folder)
                .command(
                        Map.of("PANDA_STRATEGIES_DIRECTORY", folder.toString()),
                        "run",
                        "--brokers",
                        "paper,zerodha",
                        "--ticks",
                        Morning.write(folder, 25, "").toString(),
                        "--speed",
                        "60x",
                        "--until-end",
                        "--report",
                        report.toString());

        assertThat(house.waitFor()).as(house.said()).isZero();
        assertThat(house.said())
                .contains("The books are in order.", "SIMULATED EXECUTION (no real money)")
                .containsPattern("paper +PAPER ")
                .containsPattern("zerodha +SIMULATED ");
        var outcome = new ObjectMapper().readTree(report.toFile());
        assertThat(outcome.path("checks").path("broker-agrees").asBoolean()).isTrue();
        assertThat(outcome.path("checks")).allMatch(JsonNode::asBoolean);
        for (var broker : List.of("paper", "zerodha")) {
            var lane = outcome.path("brokers").path(broker);
            assertThat(lane.path("filled").asLong()).as(broker).isPositive();
            assertThat(lane.path("open").asLong()).as(broker).isZero();
        }
        var digests = outcome.path("digests");
        assertThat(digests.path("zerodha").path("signals"))
                .isEqualTo(digests.path("paper").path("signals"));
        assertThat(digests.path("zerodha").path("fills"))
                .as("one lane's fills are computed, the other's come from a market")
                .isNotEqualTo(digests.path("paper").path("fills"));
    }

    private void strategy(String type, int size, String parameters) throws IOException {
        Files.writeString(folder.resolve(type + ".yaml"), STRATEGY.formatted(type, type, size, parameters));
    }
}
