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
    private static final String[] LANE_ROOMS = {"risk-manager", "trading-engine", "portfolio-manager"};
    private static final List<String> ROOMS =
            List.of("market-feed", "strategy-runner", "risk-manager", "trading-engine", "portfolio-manager");

    private static final String READY = "ready, the API answers";

    @TempDir
    Path folder;

    /// The same morning three times: undisturbed at full speed, at 60x with one process after the other killed, and at
    /// 60x through the stream door with all processes killed at once that read for themselves.
    @Test
    void aMorningIsBookedToTheLastFillWhoeverIsKilledMeanwhileBehindEitherDoor() throws Exception {
        var ticks = Morning.write(folder, 25, "2026-03-05 10:00:00,TCS,not-a-price,1");

        var undisturbed = play(ticks, "max");
        assertBooked(undisturbed, ticks, 0);
        var digests = outcome().path("digests");

        var functions = play(ticks, "60x");
        functions.awaitSaid(READY);
        ROOMS.forEach(functions::kill);
        assertBooked(functions, ticks, ROOMS.size());
        assertSameSignals(digests);

        var streams = play(ticks, "60x", "--door", "stream");
        streams.awaitSaid(READY);
        streams.kill(LANE_ROOMS);
        assertBooked(streams, ticks, LANE_ROOMS.length);
        assertSameSignals(digests);
        assertThat(ROOMS).allSatisfy(room -> assertThat(streams.layout().archive(room))
                .as("where the next %s takes its classes from", room)
                .isNotEmptyFile());
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

    private void assertBooked(PackagedHouse.Running house, Path ticks, int restarts) throws Exception {
        assertThat(house.waitFor()).as(house.said()).isZero();
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
