package io.alphapanda.stage.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Writes what is queued to the channels' streams, many lines in one round trip, and takes old ones out. What Redis
/// does not take is lost, and counted: nobody is told, for that would be another line.
public final class LogWriter {

    /// The field of an entry that holds the line.
    public static final String FIELD = "line";

    private static final int MOST_AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Redis redis;
    private final ObjectMapper json;
    private final LogQueue queue;
    private final LogSettings settings;
    private final Clock clock;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();

    LogWriter(Redis redis, ObjectMapper json, LogQueue queue, LogSettings settings, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    /// Nothing while it is still at it.
    Uni<Void> write() {
        if (!writing.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        var lines = queue.take(MOST_AT_ONCE);
        return sent(lines.stream().map(this::added).toList(), lines.size())
                .onTermination()
                .invoke(() -> writing.set(false));
    }

    /// Takes out of every channel what is too old.
    Uni<Void> trim() {
        var oldest = Long.toString(clock.instant().minus(settings.age()).toEpochMilli());
        var trims = new ArrayList<Request>();
        for (var channel : LogChannel.values()) {
            trims.add(Request.cmd(Command.XTRIM)
                    .arg(channel.key())
                    .arg("MINID")
                    .arg("~")
                    .arg(oldest));
        }
        return sent(trims, 0);
    }

    /// Lines Redis did not take.
    long lost() {
        return lost.get();
    }

    private Uni<Void> sent(List<Request> requests, int lines) {
        if (requests.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return redis.batch(requests)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(_ -> lost.addAndGet(lines))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Request added(LogQueue.Queued queued) {
        return Request.cmd(Command.XADD)
                .arg(queued.channel().key())
                .arg("MAXLEN")
                .arg("~")
                .arg(settings.lines())
                .arg("*")
                .arg(FIELD)
                .arg(text(queued.line()));
    }

    private String text(LogLine line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the log can't be written as JSON", e);
        }
    }
}
