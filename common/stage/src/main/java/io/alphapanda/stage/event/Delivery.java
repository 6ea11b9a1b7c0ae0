package io.alphapanda.stage.event;

import io.alphapanda.domain.event.EventType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An event as it came through a door, its attributes checked, its data still bytes.
///
/// @param lane          the broker's name that the source stamped on it, or the market's for shared events
/// @param topic         where it lay
/// @param type          what it is
/// @param id            derived from its cause
/// @param source        which stage sent it
/// @param time          market time
/// @param partitionKey  what keeps its order
/// @param correlationId the idea; lane events only
/// @param traceparent   W3C trace context, of the sender or of the work on it; empty where there is none
/// @param attributes    every CloudEvents attribute as delivered, by its name in lower case
/// @param contentType   as delivered
/// @param data          JSON, as delivered
public record Delivery(
        String lane,
        String topic,
        EventType type,
        String id,
        String source,
        Instant time,
        String partitionKey,
        Optional<String> correlationId,
        Optional<String> traceparent,
        Map<String, String> attributes,
        String contentType,
        byte[] data) {

    /// The same, handled within a trace. Its attributes stay as delivered.
    public Delivery within(Optional<String> context) {
        return new Delivery(
                lane,
                topic,
                type,
                id,
                source,
                time,
                partitionKey,
                correlationId,
                context,
                attributes,
                contentType,
                data);
    }
}
