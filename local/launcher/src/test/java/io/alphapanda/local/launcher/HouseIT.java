package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged house, run as a person runs it.
class HouseIT {

    private static final List<String> BROKERS = List.of("paper", "paper-b");
    private static final List<String> LANE_ROOMS = List.of("risk-manager", "trading-engine", "portfolio-manager");
    private static final List<String> ROOMS =
            List.of("market-feed", "strategy-runner", "risk-manager", "trading-engine", "portfolio-manager");

    @TempDir
    Path folder;

    /// The same morning three times: undisturbed at full speed, at 60x with every process killed once, and at 60x
    /// through the stream door with every process killed that reads for itself.
    @Test
    void aMorningIsBookedToTheLastFillWhoeverIsKilledMeanwhileBehindEitherDoor() throws Exception {
        var ticks = Morning.write(folder, 25, "2026-03-05 10:00:00,TCS,not-a-price,1");

        var undisturbed = play(ticks, "max");
        assertThat(undisturbed.waitFor()).as(undisturbed.said()).isZero();
        assertBooked(undisturbed, ticks, 0);
        var digests = outcome().path("digests");

        playKilling(ROOMS, ticks);
        assertSameSignals(digests);
        playKilling(LANE_ROOMS, ticks, "--door", "stream");
        assertSameSignals(digests);
    }

    private void playKilling(List<String> rooms, Path ticks, String... more) throws Exception {
        var house = play(ticks, "60x", more);
        house.awaitSaid("ready, the API answers");
        for (var room : rooms) {
            house.kill(room);
        }
        assertThat(house.waitFor()).as(house.said()).isZero();
        assertBooked(house, ticks, rooms.size());
    }

    private void assertSameSignals(JsonNode digests) throws IOException {
        for (var broker : BROKERS) {
            assertThat(outcome().path("digests").path(broker).path("signals"))
                    .as(broker)
                    .isEqualTo(digests.path(broker).path("signals"));
        }
    }

    private PackagedHouse.Running play(Path ticks, String speed, String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of("--brokers", String.join(",", BROKERS), "--ticks", ticks.toString(), "--speed", speed));
        arguments.addAll(List.of("--until-end", "--report", report()));
        arguments.addAll(List.of(more));
        return run(Map.of(), arguments.toArray(String[]::new));
    }

    private void assertBooked(PackagedHouse.Running house, Path ticks, int restarts) throws IOException {
        assertThat(house.said())
                .contains("The books are in order.", "1 broken lines skipped", restarts + " restarts", "skipped line ");
        var outcome = outcome();
        assertThat(outcome.path("ticks").asLong()).isEqualTo(lines(ticks) - 2);
        assertThat(outcome.path("checks")).isNotEmpty().allMatch(JsonNode::asBoolean);
        for (var broker : BROKERS) {
            var lane = outcome.path("brokers").path(broker);
            assertThat(lane.path("filled").asLong()).as(broker).isPositive();
            assertThat(lane.path("open").asLong()).as(broker).isZero();
        }
    }

    @Test
    void aBrokerNobodyConfiguredIsNamed() throws Exception {
        refused(
                Map.of("ACTIVE_BROKERS", "paper,unknown"),
                "ACTIVE_BROKERS names 'unknown', but panda.brokers.unknown.kind is not set");
    }

    @Test
    void aStrategyOfAnUnknownTypeIsNamedWithItsFile() throws Exception {
        Files.writeString(folder.resolve("bold.yaml"), """
                id: bold
                type: crystal-ball
                brokers: [paper]
                assetClasses: [equity]
                size: 1
                """);
        refused(
                Map.of("PANDA_STRATEGIES_DIRECTORY", folder.toString()),
                "bold.yaml: strategy bold: type 'crystal-ball' is unknown; use one of");
    }

    private void refused(Map<String, String> environment, String words) throws Exception {
        var house = run(environment, "--until-end");
        assertThat(house.waitFor()).as(house.said()).isEqualTo(1);
        assertThat(house.said()).contains("panda: ").contains(words);
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private String report() {
        return folder.resolve("report.json").toString();
    }

    private JsonNode outcome() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }

    private PackagedHouse.Running run(Map<String, String> environment, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(arguments));
        return new PackagedHouse(folder).command(environment, all.toArray(String[]::new));
    }
}
