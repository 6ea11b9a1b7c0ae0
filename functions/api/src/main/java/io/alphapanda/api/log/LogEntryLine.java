package io.alphapanda.api.log;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One line of the log.
///
/// @param id            of this line
/// @param channel       what it is about
/// @param time          when it was logged
/// @param level         ERROR, WARN, INFO, DEBUG or TRACE
/// @param room          whose process
/// @param category      whose code
/// @param message       what happened; never a secret
/// @param broker        the account it is about; null if it says none, like the following
/// @param eventId       the event
/// @param correlationId the idea
/// @param strategyId    the strategy
/// @param instrument    the instrument
/// @param orderId       the order
/// @param error         an exception and the beginning of its trace
@RegisterForReflection
@Schema(description = "One line of the log; what it does not say is null")
public record LogEntryLine(
        String id,
        String channel,
        Instant time,
        String level,
        String room,
        String category,
        String message,
        Optional<String> broker,
        Optional<String> eventId,
        Optional<String> correlationId,
        Optional<String> strategyId,
        Optional<String> instrument,
        Optional<String> orderId,
        Optional<String> error) {

    static LogEntryLine of(Entry entry) {
        var line = entry.line();
        return new LogEntryLine(
                entry.id(),
                entry.channel().label(),
                line.time(),
                line.level(),
                line.room(),
                line.category(),
                line.message(),
                key(entry, "broker"),
                key(entry, "eventId"),
                key(entry, "correlationId"),
                key(entry, "strategyId"),
                key(entry, "instrument"),
                key(entry, "orderId"),
                line.error());
    }

    private static Optional<String> key(Entry entry, String name) {
        return Optional.ofNullable(entry.line().keys().get(name));
    }
}
