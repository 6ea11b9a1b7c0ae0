package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomProcessTest {

    /// A room whose process is a line of shell.
    private record Shell(String line) implements Launch {

        @Override
        public ProcessBuilder process(Room room) {
            return new ProcessBuilder("sh", "-c", line);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(10);
        }
    }

    @TempDir
    private Path folder;

    private RoomProcess room(String line) {
        return new RoomProcess(
                new Room("risk-manager", "risk-manager", List.of("paper"), Ports.free()),
                new Shell(line),
                folder.resolve("risk-manager.log"),
                Map.of("ACTIVE_BROKERS", "paper,unknown"),
                HttpClient.newHttpClient(),
                () -> {});
    }

    @Test
    void roomThatRefusesItsConfigurationIsQuoted() {
        var room = room("echo starting; echo \"configuration: ACTIVE_BROKERS names $ACTIVE_BROKERS\"; exit 1");
        try (room) {
            room.start();

            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(room::awaitReady)
                    .withMessage("ACTIVE_BROKERS names paper,unknown");
        }
    }

    @Test
    void roomThatRefusesItsConfigurationIsQuotedWhileAnotherStillStarts() {
        try (var starting = room("exec sleep 600");
                var refusing = room("echo \"configuration: max-position is -5\"; exit 1")) {
            starting.start();
            refusing.start();

            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> starting.awaitReady(List.of(starting, refusing)))
                    .withMessage("max-position is -5");
        }
    }

    @Test
    void roomThatEndsWithoutAWordIsNamedWithItsLog() {
        try (var room = room("exit 7")) {
            room.start();

            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(room::awaitReady)
                    .withMessage(
                            "risk-manager ended while starting (exit 7); see " + folder.resolve("risk-manager.log"));
        }
    }

    @Test
    void killedRoomIsStartedAgain() {
        try (var room = room("exec sleep 600")) {
            room.start();
            long first = room.pid();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            Await.until("another process", () -> room.pid() != first);
            assertThat(room.restarts()).isEqualTo(1);
        }
    }

    @Test
    void closedRoomLeavesNoProcessOfItsProcessBehind() {
        var room = room("sleep 600 & wait");
        room.start();
        Await.until(
                "a child",
                () -> ProcessHandle.of(room.pid()).orElseThrow().children().count() == 1);
        var child = ProcessHandle.of(room.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();

        room.close();

        Await.until("the child's end", () -> !child.isAlive());
    }
}
