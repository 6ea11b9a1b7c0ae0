package io.alphapanda.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Commands of the packaged launcher, each a process of its own, as a person gives them.
///
/// @param folder where the house writes, away from a person's own
record PackagedHouse(Path folder) {

    private static final Path ROOT =
            Path.of(System.getProperty("panda.root")).toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /// Starts a command.
    ///
    /// @param environment on top of this process's own
    Running command(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dpanda.root=" + ROOT,
                "-Dpanda.home=" + folder.resolve("home"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                jar().toString()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(folder, arguments[0], ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), output, new Layout(ROOT, folder.resolve("home")));
    }

    static Path root() {
        return ROOT;
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(ROOT.resolve("local/launcher/target"))) {
            return files.filter(each -> each.getFileName().toString().matches("launcher-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// A command's process.
    record Running(Process process, Path output, Layout layout) implements AutoCloseable {

        int waitFor() throws InterruptedException {
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("the command did not end: " + said());
                }
                return process.exitValue();
            } finally {
                process.destroy();
            }
        }

        String said() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        void awaitSaid(String words) {
            Await.until(Duration.ofMinutes(2), words, () -> said().contains(words) || !process.isAlive());
        }

        /// Kills the processes of rooms as nobody can refuse, all at once, and waits until each has a successor.
        void kill(String... rooms) {
            var pids = new LinkedHashMap<String, Long>();
            for (var room : rooms) {
                pids.put(room, pid(room));
            }
            pids.values().forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
            pids.forEach((room, pid) ->
                    Await.until(Duration.ofMinutes(1), room + " has been started again", () -> pid(room) != pid));
        }

        RunState state() {
            return RunState.read(layout).orElseThrow();
        }

        private long pid(String room) {
            return state().children().get(room);
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
