package io.alphapanda.stage.event;

import io.alphapanda.domain.event.EventType;
import java.time.Instant;
import java.util.Optional;

/// An event a stage has decided to send.
///
/// @param topic         where to
/// @param type          what it is
/// @param id            derived from its cause
/// @param time          market time
/// @param partitionKey  what keeps its order
/// @param broker        the lane it belongs to; empty for shared events
/// @param correlationId the idea; empty before a signal exists
/// @param payload       the record its type names, written as JSON
public record OutgoingEvent(
        String topic,
        EventType type,
        String id,
        Instant time,
        String partitionKey,
        Optional<String> broker,
        Optional<String> correlationId,
        Object payload) {

    public OutgoingEvent {
        if (type.payload().filter(each -> each.isInstance(payload)).isEmpty()) {
            throw new IllegalArgumentException("event " + id + ": its data is "
                    + payload.getClass().getSimpleName() + ", of type " + type.type() + " it must be "
                    + type.payload().map(Class::getSimpleName).orElse("named in EventType first"));
        }
    }
}
