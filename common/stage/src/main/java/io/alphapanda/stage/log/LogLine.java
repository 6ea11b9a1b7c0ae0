package io.alphapanda.stage.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One record, as it lies in Redis: the field `line` of an entry of `logs:<channel>`.
///
/// @param time     when it was logged
/// @param level    `ERROR`, `WARN`, `INFO`, …
/// @param room     whose process
/// @param category whose code
/// @param message  what happened, at most 2,000 characters
/// @param keys     who it was about: `broker`, `eventId`, `correlationId`, `strategyId`, `instrument`, `orderId`, those
///                 the message has
/// @param error    the exception with the beginning of its trace, at most 2,000 characters; null without one
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LogLine(
        Instant time,
        String level,
        String room,
        String category,
        String message,
        Map<String, String> keys,
        Optional<String> error) {

    static final int LONGEST = 2_000;

    public LogLine {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(room, "room");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(message, "message");
        keys = Map.copyOf(keys);
    }

    /// As much of a text as a line may hold.
    static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
