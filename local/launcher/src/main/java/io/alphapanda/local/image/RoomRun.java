package io.alphapanda.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One process of a room, started by a command of the caller's.
final class RoomRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(180);
    private static final Duration OFTEN = Duration.ofMillis(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final Path log;
    private final long started;

    private RoomRun(Process process, int port, Path log, long started) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.started = started;
    }

    /// @param port where the room will listen, as its environment says
    /// @param log  gets what it writes
    static RoomRun start(List<String> command, Map<String, String> environment, int port, Path log) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            long started = System.nanoTime();
            return new RoomRun(builder.start(), port, log, started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    long pid() {
        return process.pid();
    }

    /// Knocks until the room does what the sample asks.
    ///
    /// @return from the start of the process to the answer
    /// @throws ImageException with the end of its log if it ends, refuses, or takes longer than two minutes
    Duration firstAnswer(Sample sample) {
        while (true) {
            awaitSocket();
            int status = send(sample);
            if (status == sample.success()) {
                return Duration.ofNanos(System.nanoTime() - started);
            }
            if (status != 503) {
                throw failure("answered " + status + " to " + sample.headers().getOrDefault("ce-type", sample.path()));
            }
            pause();
        }
    }

    private void awaitSocket() {
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException _) {
                pause();
            }
        }
    }

    private void pause() {
        if (!process.isAlive()) {
            throw failure("ended with " + process.exitValue());
        }
        if (System.nanoTime() - started > PATIENCE.toNanos()) {
            throw failure("gave no answer within " + PATIENCE.toSeconds() + " s");
        }
        LockSupport.parkNanos(OFTEN.toNanos());
    }

    private int send(Sample sample) {
        try {
            return http.send(sample.to(address()), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw failure("broke off an answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        }
    }

    /// Asks it to end (SIGTERM), or waits for one that ends by itself.
    ///
    /// @return its exit code
    int end() {
        process.destroy();
        return awaitEnd();
    }

    int awaitEnd() {
        try {
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw failure("did not end within " + ENDS_WITHIN.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        }
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    private ImageException failure(String what) {
        var lines = output().lines().toList();
        return new ImageException("the room %s; the end of its log (%s):%n%s"
                .formatted(what, log, String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()))));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
