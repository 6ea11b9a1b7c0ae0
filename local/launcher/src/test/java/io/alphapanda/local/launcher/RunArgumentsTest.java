package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RunArgumentsTest {

    private static RunOptions options(String... arguments) {
        return CommandLine.populateCommand(new RunArguments(), arguments).options();
    }

    private static void refused(String message, String... arguments) {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> options(arguments))
                .withMessage(message);
    }

    @Test
    void watchedRunPlaysSimulatedStocksAtSixtyTimesTheirSpeed() {
        var options = options("--brokers", "paper");

        assertThat(options.speed()).isEqualTo("60x");
        assertThat(options.ticks().source()).isEqualTo("simulated");
        assertThat(options.stream()).matches("simulated\\.[0-9]{8}-[0-9]{6}");
        assertThat(options.untilEnd()).isFalse();
        assertThat(options.isolated()).isFalse();
        assertThat(options.door()).isEqualTo(Door.FUNCTION);
    }

    @Test
    void runUntilTheEndPlaysAsFastAsItCan() {
        assertThat(options("--until-end").speed()).isEqualTo("max");
        assertThat(options("--until-end", "--speed", "10x").speed()).isEqualTo("10x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "0x", "1001x", "-1x", "1.5x", "x", "60", "MAX"})
    void unknownSpeedIsRefused(String speed) {
        refused("--speed " + speed + " must be max, or 1x to 1000x", "--speed", speed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x", "999x", "1000x", "max"})
    void speedWithinItsBoundsIsTaken(String speed) {
        assertThat(options("--speed", speed).speed()).isEqualTo(speed);
    }

    @Test
    void missingTickFileIsRefused(@TempDir Path folder) {
        var file = folder.resolve("none.csv").toString();

        refused(
                "--ticks " + file + " can't be read; give a CSV or CSV.gz file, or bitstamp, or simulated",
                "--ticks",
                file);
    }

    @Test
    void folderForTicksIsRefused(@TempDir Path folder) {
        refused(
                "--ticks " + folder + " can't be read; give a CSV or CSV.gz file, or bitstamp, or simulated",
                "--ticks",
                folder.toString());
    }

    @Test
    void recordedFileGivesTheStreamItsName(@TempDir Path folder) throws IOException {
        var file = Files.createFile(folder.resolve("2021-06-03 Nse.csv.gz"));

        assertThat(options("--ticks", file.toString()).stream()).matches("2021-06-03-nse\\.[0-9]{8}-[0-9]{6}");
    }

    @Test
    void takenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    "--port " + taken.getLocalPort() + " is taken; choose another, or leave it out for a free one",
                    "--port",
                    Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void reportOfARunWithoutAnEndIsRefused() {
        refused("--report goes with --until-end", "--report", "r.json");
    }

    @Test
    void doorOfTheLanesIsChosen() {
        assertThat(options("--door", "stream").door()).isEqualTo(Door.STREAM);
    }

    @Test
    void unknownDoorIsRefused() {
        refused("--door back must be function or stream", "--door", "back");
    }

    @Test
    void brokerThatCouldBeNoneIsRefused() {
        refused("--brokers: broker 'Paper' must match [a-z][a-z0-9-]{0,23}", "--brokers", "paper,Paper");
    }

    @Test
    void brokerNamedTwiceIsRefused() {
        refused("--brokers names paper twice", "--brokers", "paper,paper");
    }
}
