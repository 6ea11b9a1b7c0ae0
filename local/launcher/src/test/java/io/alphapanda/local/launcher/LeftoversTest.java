package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    @TempDir
    private Path root;

    private Layout layout;
    private Process process;

    @BeforeEach
    void begin() throws IOException {
        layout = new Layout(root);
        Files.createDirectories(layout.home());
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// A process with a child, and `argument` on its command line.
    private void start(String argument) throws IOException {
        process = new ProcessBuilder("sh", "-c", "sleep 600 & wait", argument).start();
        Await.until("a child", () -> process.children().count() == 1);
    }

    private void runLeftBehind(long launcher, String started) {
        new RunState(launcher, started, "s", List.of("paper"), Map.of(), Map.of("risk-manager", process.pid()))
                .write(layout);
    }

    @Test
    void functionOfAKilledLauncherIsEndedWithWhatItStarted() throws IOException {
        start(layout.function("risk-manager") + "/target/quarkus-app/quarkus-run.jar");
        var child = process.children().findFirst().orElseThrow();
        runLeftBehind(ProcessHandle.current().pid(), LONG_AGO);

        assertThat(Leftovers.endFunctions(layout)).containsExactly("risk-manager (pid " + process.pid() + ")");

        assertThat(process.isAlive()).isFalse();
        assertThat(child.isAlive()).isFalse();
    }

    /// What stands for Redis has its data on its command line, and its number in the data.
    @Test
    void serverOfAKilledLauncherIsEndedByStopAndNamed() throws IOException {
        var redis = Files.createDirectories(layout.data().resolve("redis")).toRealPath();
        process = new ProcessBuilder(
                        "sh", "-c", "read nothing", redis.resolve("redis.conf").toString())
                .start();
        Files.writeString(redis.resolve("redis.pid"), Long.toString(process.pid()));
        runLeftBehind(ProcessHandle.current().pid(), LONG_AGO);
        var said = new StringWriter();
        System.setProperty("panda.home", layout.home().toString());
        try {
            assertThat(Main.commandLine().setOut(new PrintWriter(said, true)).execute("stop"))
                    .isZero();
            assertThat(Main.commandLine().setOut(new PrintWriter(said, true)).execute("stop"))
                    .isZero();
        } finally {
            System.clearProperty("panda.home");
        }

        assertThat(said.toString().lines())
                .containsExactly(
                        "no house is running; ended what a killed one had left: redis (pid " + process.pid() + ")",
                        "no house is running");
        Await.until("it has ended", () -> !process.isAlive());
    }

    @Test
    void strangerThatWasHandedItsNumberIsLeftAlone() throws IOException {
        start("something-else");
        runLeftBehind(ProcessHandle.current().pid(), LONG_AGO);

        assertThat(Leftovers.endAll(layout)).isEmpty();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void houseThatRunsIsLeftAloneAndNamed() throws IOException {
        start(layout.function("risk-manager").toString());
        var self = ProcessHandle.current();
        runLeftBehind(self.pid(), self.info().startInstant().orElseThrow().toString());

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> Leftovers.endAll(layout))
                .withMessage("a house is running already (pid " + self.pid() + "); end it with ./panda stop");
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void folderNothingHasRunInNeedsNoClearing() {
        assertThat(Leftovers.endAll(layout)).isEmpty();

        assertThat(layout.state()).doesNotExist();
    }
}
