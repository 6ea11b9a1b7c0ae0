package io.alphapanda.api.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.stage.log.LogChannel;
import io.alphapanda.stage.log.LogLine;
import io.alphapanda.stage.log.LogWriter;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The channels' streams in Redis.
@Singleton
public final class LogStreams {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Redis redis;
    private final ObjectMapper json;

    LogStreams(Redis redis, ObjectMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /// What is read of a channel.
    ///
    /// @param channel which
    /// @param from    first id, as Redis writes it: `-` or an id, `(` before it if it is left out
    /// @param to      last id: `+` or an id
    record Range(LogChannel channel, String from, String to) {}

    /// Entries that were read, those of a line that can't be read left out.
    ///
    /// @param entries in the order of the reading
    /// @param full    whether there may be more
    /// @param last    id of the last entry read, readable or not
    record Part(List<Entry> entries, boolean full, Optional<Entry.Place> last) {}

    /// Newest first, a channel each, in one round trip.
    Uni<List<Part>> newest(List<Range> ranges, int most) {
        return read(Command.XREVRANGE, ranges, most);
    }

    /// Oldest first, a channel each, in one round trip.
    Uni<List<Part>> oldest(List<Range> ranges, int most) {
        return read(Command.XRANGE, ranges, most);
    }

    /// How many lines these hold.
    Uni<List<Long>> lengths(List<LogChannel> channels) {
        return batch(channels.stream()
                        .map(each -> Request.cmd(Command.XLEN).arg(each.key()))
                        .toList())
                .map(answers -> answers.stream().map(Response::toLong).toList());
    }

    private Uni<List<Part>> read(Command command, List<Range> ranges, int most) {
        boolean backwards = command == Command.XREVRANGE;
        var requests = ranges.stream()
                .map(range -> Request.cmd(command)
                        .arg(range.channel().key())
                        .arg(backwards ? range.to() : range.from())
                        .arg(backwards ? range.from() : range.to())
                        .arg("COUNT")
                        .arg(most))
                .toList();
        return batch(requests).map(answers -> {
            var parts = new ArrayList<Part>();
            for (int i = 0; i < ranges.size(); i++) {
                parts.add(part(ranges.get(i).channel(), answers.get(i), most));
            }
            return parts;
        });
    }

    private Uni<List<Response>> batch(List<Request> requests) {
        return requests.isEmpty()
                ? Uni.createFrom().item(List.of())
                : redis.batch(requests)
                        .ifNoItem()
                        .after(PATIENCE)
                        .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE));
    }

    private Part part(LogChannel channel, Response answer, int most) {
        var entries = new ArrayList<Entry>();
        Entry.Place last = null;
        for (var each : answer) {
            var at = last = Entry.Place.of(each.get(0).toString());
            line(each.get(1)).ifPresent(line -> entries.add(new Entry(channel, at, line)));
        }
        return new Part(entries, answer.size() >= most, Optional.ofNullable(last));
    }

    private Optional<LogLine> line(Response fields) {
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            if (fields.get(i).toString().equals(LogWriter.FIELD)) {
                return line(fields.get(i + 1).toString());
            }
        }
        return Optional.empty();
    }

    /// To log that a line of the log can't be read would be one more.
    private Optional<LogLine> line(String text) {
        try {
            return Optional.of(json.readValue(text, LogLine.class));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
