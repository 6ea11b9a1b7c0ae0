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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one room's process and starts it again when it dies, with growing waits.
final class RoomProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoomProcess.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /// The first process of a new package archives its classes when it ends, each beside the others.
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final String CONFIGURATION_LINE = "configuration: ";

    private final Room room;
    private final Launch launch;
    private final Path log;
    private final Map<String, String> environment;
    private final HttpClient http;
    private final Runnable changed;
    private volatile Process process;
    private volatile List<ProcessHandle> offspring = List.of();
    private volatile boolean closing;
    private volatile int restarts;

    RoomProcess(
            Room room, Launch launch, Path log, Map<String, String> environment, HttpClient http, Runnable changed) {
        this.room = room;
        this.launch = launch;
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
        var builder = launch.process(room)
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
        awaitReady(List.of(this));
    }

    /// Waits until the room says it is ready, or one of those that start beside it refuses its configuration.
    ///
    /// @throws StartException with the words of the room that does not start
    void awaitReady(List<RoomProcess> beside) {
        var deadline = Instant.now().plus(launch.patience());
        while (!isReady()) {
            beside.forEach(RoomProcess::refuseWrongConfiguration);
            if (!process.isAlive()) {
                throw new StartException(whyItEnded());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartException(room.name() + " was not ready within "
                        + launch.patience().toSeconds() + " s; see " + log);
            }
            pause(Duration.ofMillis(100));
        }
    }

    /// Whether the room says it is ready; in dev mode, asking also loads changes.
    boolean isReady() {
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

    /// Starting it again, as its supervisor does, can't help.
    private void refuseWrongConfiguration() {
        if (restarts > 0 || !process.isAlive()) {
            refusal().ifPresent(words -> {
                throw new StartException(words);
            });
        }
    }

    private String whyItEnded() {
        return refusal()
                .orElseGet(() -> room.name() + " ended while starting (exit " + process.exitValue() + "); see " + log);
    }

    /// What the room has against its configuration.
    private Optional<String> refusal() {
        try {
            var lines = Files.readAllLines(log);
            for (int i = lines.size() - 1; i >= 0; i--) {
                int at = lines.get(i).indexOf(CONFIGURATION_LINE);
                if (at >= 0) {
                    return Optional.of(lines.get(i).substring(at + CONFIGURATION_LINE.length()));
                }
            }
        } catch (IOException e) {
            LOG.debug("log not readable; log={}", log, e);
        }
        return Optional.empty();
    }

    private void supervise() {
        var wait = FIRST_WAIT;
        while (!closing) {
            var started = Instant.now();
            if (!ended() || closing) {
                return;
            }
            offspring.forEach(ProcessHandle::destroyForcibly);
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

    /// Waits for the process to end, and keeps in mind what it has started meanwhile: in dev mode the function is a
    /// child of Maven's, and would outlive it. False if the waiting was interrupted.
    private boolean ended() {
        try {
            while (!process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                offspring = process.descendants().toList();
            }
            return true;
        } catch (InterruptedException e) {
            return false;
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
        var started = running.descendants().toList();
        end(running.toHandle());
        started.forEach(RoomProcess::end);
    }

    /// Asks it to end, and ends it if it does not.
    private static void end(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            handle.destroyForcibly();
        } catch (InterruptedException e) {
            handle.destroyForcibly();
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
