package io.alphapanda.stage.delivery;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.signal.Broker;
import java.util.function.Function;

/// What a lane stage takes in, declared once by the stage as a bean; both doors go by it.
///
/// @param type    of its events
/// @param topic   where a broker's lie
/// @param group   the consumer group a broker's are read with, whichever door is open
/// @param handler takes them
public record LaneInput(
        EventType type, Function<Broker, String> topic, Function<Broker, String> group, Handler handler) {}
