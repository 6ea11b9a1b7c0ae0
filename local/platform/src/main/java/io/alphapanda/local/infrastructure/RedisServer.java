package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A real redis-server as a child process: append-only file synced every second, no snapshots, loopback only. The
/// process title is left alone so that a leftover can be told by its command line.
final class RedisServer implements AutoCloseable {
    private static final long START_NANOS = 60_000_000_000L;
    private static final long PROBE_NANOS = 20_000_000L;
    private static final int PROBE_TIMEOUT_MS = 500;
    private static final String WRITTEN = "appendonly.aof";
    private static final String EARLIER = "earlier.aof";

    private final Path directory;
    private final Path binary;
    private final int port;
    private final Supervisor supervisor;
    private volatile boolean goesBack;

    private RedisServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.binary = RedisBinary.install(directory);
        writeConfiguration();
        this.supervisor = Supervisor.over("redis", launch(), this::launch);
    }

    static RedisServer start(Path directory, int port) {
        return new RedisServer(directory, port);
    }

    static Optional<ProcessHandle> endLeftover(Path directory) {
        return Leftovers.end(directory.resolve("redis.pid"), directory);
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    ProcessHandle process() {
        return supervisor.process();
    }

    /// A fault: what was written in that last time is lost, as when a machine loses its power between two syncs.
    void rollBack(Duration by) {
        copy(directory.resolve(WRITTEN), directory.resolve(EARLIER));
        LockSupport.parkNanos(by.toNanos());
        goesBack = true;
        supervisor.takeAway(Duration.ZERO);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InfrastructureException("Redis can't be rolled back: " + e.getMessage(), e);
        }
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
        if (goesBack) {
            goesBack = false;
            copy(directory.resolve(EARLIER), directory.resolve(WRITTEN));
        }
        try {
            Process process = new ProcessBuilder(
                            binary.toString(), directory.resolve("redis.conf").toString())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("redis.log").toFile()))
                    .start();
            Files.writeString(directory.resolve("redis.pid"), Long.toString(process.pid()));
            awaitAnswer(process);
            return process.toHandle();
        } catch (IOException e) {
            throw new InfrastructureException("redis-server could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitAnswer(Process process) {
        long deadline = System.nanoTime() + START_NANOS;
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers()) {
                return;
            }
            LockSupport.parkNanos(PROBE_NANOS);
        }
        process.destroyForcibly();
        throw new InfrastructureException("redis-server does not answer on port %d; its log is %s"
                .formatted(port, directory.resolve("redis.log")));
    }

    /// True once the data is loaded: while loading, PING answers with an error.
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LoopbackPorts.loopback(), port), PROBE_TIMEOUT_MS);
            socket.setSoTimeout(PROBE_TIMEOUT_MS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(5);
            return "+PONG".equals(new String(answer, StandardCharsets.US_ASCII));
        } catch (IOException _) {
            return false;
        }
    }

    private void writeConfiguration() {
        List<String> lines = List.of(
                "port " + port,
                "bind 127.0.0.1",
                "protected-mode yes",
                "dir \"" + directory + "\"",
                "appendonly yes",
                "appendfsync everysec",
                "save \"\"",
                "daemonize no",
                "set-proc-title no",
                "tcp-keepalive 60",
                "databases 16");
        try {
            Files.write(directory.resolve("redis.conf"), lines);
        } catch (IOException e) {
            throw new InfrastructureException("redis.conf cannot be written in " + directory, e);
        }
    }
}
