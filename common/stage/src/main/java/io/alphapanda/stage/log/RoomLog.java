package io.alphapanda.stage.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Shares this process's log with the house for as long as it runs.
@Singleton
public final class RoomLog {

    private static final long EVERY_MILLIS = 500;
    private static final long TRIM_EVERY_MILLIS = 60_000;
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final Vertx vertx;
    private final LogSettings settings;
    private final LogQueue queue;
    private final LogWriter writer;
    private final LogHandler handler;
    private final Meters meters;
    private long writing;
    private long trimming;

    RoomLog(
            Vertx vertx,
            Redis redis,
            ObjectMapper json,
            LogConfiguration configuration,
            Meters meters,
            @ConfigProperty(name = "quarkus.application.name") String room) {
        this.vertx = vertx;
        this.meters = meters;
        settings = LogSettings.of(configuration);
        queue = new LogQueue(settings.queue());
        writer = new LogWriter(redis, json, queue, settings, Clock.systemUTC());
        handler = new LogHandler(room, queue);
    }

    void begin(@Observes StartupEvent start) {
        meters.follow(StageMeters.LOGS_LOST, queue::lost, "queue-full");
        meters.follow(StageMeters.LOGS_LOST, writer::lost, "redis");
        if (settings.shared()) {
            root().addHandler(handler);
            writing = vertx.setPeriodic(
                    EVERY_MILLIS, _ -> writer.write().subscribe().with(_ -> {}));
            trimming = vertx.setPeriodic(
                    TRIM_EVERY_MILLIS, _ -> writer.trim().subscribe().with(_ -> {}));
        }
    }

    /// What was logged last is often why it ends.
    void end(@Observes ShutdownEvent stop) {
        root().removeHandler(handler);
        if (settings.shared()) {
            vertx.cancelTimer(writing);
            vertx.cancelTimer(trimming);
            try {
                writer.write().await().atMost(FAREWELL);
            } catch (TimeoutException _) {
                // The console has it.
            }
        }
    }

    private static Logger root() {
        return Logger.getLogger("");
    }
}
