package io.alphapanda.stage.delivery;

import io.alphapanda.domain.event.EventType;

/// What a lane stage is asked by a timer, declared by the stage as a bean. It lies on no topic and comes by HTTP
/// alone, whichever door is open for the rest.
///
/// @param type    of its events; of scope TIMER
/// @param handler takes them
public record TimedInput(EventType type, Handler handler) {

    public TimedInput {
        if (type.scope() != EventType.Scope.TIMER) {
            throw new IllegalArgumentException(type + " is no timer's; declare a LaneInput");
        }
    }
}
