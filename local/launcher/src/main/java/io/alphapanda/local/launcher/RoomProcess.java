package io.alphapanda.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one room's process and starts it again when it dies, with growing waits.
final class RoomProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoomProcess.class);
    private static final Duration START_WITHIN = Duration.ofSeconds(90);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final String CONFIGURATION_LINE = "configuration: ";

    private final Room room;
    private final Path jar;
    private final Path log;
    private final Map<String, String> environment;
    private final HttpClient http;
    private final Runnable changed;
    private volatile Process process;
    private volatile boolean closing;
    private volatile int restarts;

    RoomProcess(Room room, Path jar, Path log, Map<String, String> environment, HttpClient http, Runnable changed) {
        this.room = room;
        this.jar = jar;
        this.log = log;
        this.environment = Map.copyOf(environment);
        this.http = http;
        this.changed = changed;
    }

    Room room() {
        return room;
    }

    int restarts() {
        return restarts;
    }

    long pid() {
        return process.pid();
    }

    void start() {
        launch();
        Thread.ofVirtual().name("supervisor-" + room.name()).start(this::supervise);
    }

    private void launch() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-Xss512k",
                "-Dquarkus.http.host=127.0.0.1",
                "-jar",
                jar.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        changed.run();
    }

    /// Waits until the room says it is ready.
    ///
    /// @throws StartException with the room's own words if it ends instead
    void awaitReady() {
        var deadline = Instant.now().plus(START_WITHIN);
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new StartException(whyItEnded());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartException(
                        room.name() + " was not ready within " + START_WITHIN.toSeconds() + " s; see " + log);
            }
            pause(Duration.ofMillis(100));
        }
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create(room.address() + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted");
        }
    }

    private String whyItEnded() {
        try {
            var lines = Files.readAllLines(log);
            for (int i = lines.size() - 1; i >= 0; i--) {
                int at = lines.get(i).indexOf(CONFIGURATION_LINE);
                if (at >= 0) {
                    return lines.get(i).substring(at + CONFIGURATION_LINE.length());
                }
            }
        } catch (IOException e) {
            LOG.debug("log not readable; log={}", log, e);
        }
        return room.name() + " ended while starting (exit " + process.exitValue() + "); see " + log;
    }

    private void supervise() {
        var wait = FIRST_WAIT;
        while (!closing) {
            var started = Instant.now();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                return;
            }
            if (closing) {
                return;
            }
            if (Duration.between(started, Instant.now()).compareTo(STEADY) > 0) {
                wait = FIRST_WAIT;
            }
            LOG.warn("process ended and is started again; room={} exit={}", room.name(), process.exitValue());
            pause(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            if (!closing) {
                restarts++;
                launch();
            }
        }
    }

    /// From here on the process is not started again.
    void willClose() {
        closing = true;
    }

    @Override
    public void close() {
        closing = true;
        var running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(8, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted");
        }
    }
}
