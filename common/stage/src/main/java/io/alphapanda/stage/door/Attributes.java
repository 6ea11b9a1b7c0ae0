package io.alphapanda.stage.door;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.stage.event.Delivery;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An event's CloudEvents attributes as they arrived, names in lower case without prefix, and its content type.
///
/// @param values      by name
/// @param contentType as delivered; empty if none was
public record Attributes(Map<String, String> values, String contentType) {

    public Attributes {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /// The attributes of an event that came in well-formed, for its dead letter.
    public static Attributes of(Delivery delivery) {
        var values = new TreeMap<String, String>();
        values.put("specversion", "1.0");
        values.put("id", delivery.id());
        values.put("source", delivery.source());
        values.put("type", delivery.type().type());
        values.put("time", delivery.time().toString());
        values.put("partitionkey", delivery.partitionKey());
        delivery.correlationId().ifPresent(value -> values.put("correlationid", value));
        if (delivery.type().scope() == EventType.Scope.LANE) {
            values.put("broker", delivery.lane());
        }
        delivery.traceparent().ifPresent(value -> values.put("traceparent", value));
        return new Attributes(values, "application/json");
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }
}
