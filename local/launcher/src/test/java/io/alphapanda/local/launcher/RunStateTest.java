package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    @TempDir
    private Path root;

    private Layout layout;

    @BeforeEach
    void begin() throws IOException {
        layout = new Layout(root);
        Files.createDirectories(layout.home());
    }

    private static RunState state(long pid, String started) {
        return new RunState(
                pid, started, "bitstamp.1", List.of("paper"), Map.of("kafka", "127.0.0.1:9"), Map.of("api", 12L));
    }

    private static String startOfThisProcess() {
        return ProcessHandle.current().info().startInstant().orElseThrow().toString();
    }

    @Test
    void folderNothingHasRunInHasNoState() {
        assertThat(RunState.read(layout)).isEmpty();
    }

    @Test
    void writtenStateIsReadBack() {
        var state = state(1, "2026-01-01T00:00:00Z");

        state.write(layout);

        assertThat(RunState.read(layout)).contains(state);
    }

    @Test
    void halfWrittenFileIsNamedWithWhatToDo() throws IOException {
        Files.writeString(layout.state(), "{\"pid\":");

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> RunState.read(layout))
                .withMessageStartingWith(layout.state() + " can't be read (")
                .withMessageEndingWith("); remove it");
    }

    @Test
    void runningLauncherIsFound() {
        assertThat(state(ProcessHandle.current().pid(), startOfThisProcess()).launcher())
                .contains(ProcessHandle.current());
    }

    @Test
    void processThatWasHandedTheLaunchersNumberIsNoLauncher() {
        assertThat(state(ProcessHandle.current().pid(), "2020-01-01T00:00:00Z").launcher())
                .isEmpty();
    }

    @Test
    void addressNobodyWroteDownIsNamed() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> state(1, "").address("redis"))
                .withMessage("the latest run has no address of redis");
    }
}
