package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Kafka as a process of its own, so that it may be killed, and may end itself as it does when its disk is
/// full, without taking anybody along. Its log, process id and sign of being ready lie beside its data, not in
/// it: they must be writable when that is full.
final class KafkaProcess implements KafkaServer {
    private static final long START_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 20_000_000L;

    private final Path directory;
    private final int port;
    private final Supervisor supervisor;

    /// Kept for its standard input: collected, it would be closed, and the process would end.
    private volatile Process child;

    private KafkaProcess(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.supervisor = Supervisor.over("kafka", launch(), this::launch);
    }

    static KafkaProcess start(Path directory, int port) {
        return new KafkaProcess(directory, port);
    }

    static Optional<ProcessHandle> endLeftover(Path directory) {
        return Leftovers.end(beside(directory, "pid"), directory);
    }

    @Override
    public int port() {
        return port;
    }

    ProcessHandle process() {
        return supervisor.process();
    }

    void takeAway(Duration away) {
        supervisor.takeAway(away);
    }

    @Override
    public void close() {
        supervisor.close();
        ProcessHandle process = supervisor.process();
        process.destroy();
        if (!Liveness.awaitEnd(process)) {
            process.destroyForcibly();
            Liveness.awaitEnd(process);
        }
    }

    private ProcessHandle launch() {
        Path ready = beside(directory, "ready");
        try {
            Files.deleteIfExists(ready);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            KafkaMain.class.getName(),
                            directory.toString(),
                            Integer.toString(port),
                            ready.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            beside(directory, "log").toFile()))
                    .start();
            Files.writeString(beside(directory, "pid"), Long.toString(process.pid()));
            child = process;
            awaitReady(process, ready);
            return process.toHandle();
        } catch (IOException e) {
            throw new InfrastructureException("Kafka could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady(Process process, Path ready) throws IOException {
        String pid = Long.toString(process.pid());
        long deadline = System.nanoTime() + START_NANOS;
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.exists(ready) && Files.readString(ready).equals(pid)) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        process.destroyForcibly();
        throw new InfrastructureException("Kafka does not start on port %d (exit %s); its log is %s"
                .formatted(
                        port,
                        process.isAlive() ? "none" : Integer.toString(process.exitValue()),
                        beside(directory, "log")));
    }

    private static Path beside(Path directory, String what) {
        return directory.resolveSibling(directory.getFileName() + "." + what);
    }
}
