package io.alphapanda.stage.door;

import io.alphapanda.stage.event.Delivery;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An event's CloudEvents attributes as they arrived, names in lower case without prefix, and its content type.
///
/// @param values      by name
/// @param contentType as delivered; empty if none was
public record Attributes(Map<String, String> values, String contentType) {

    public Attributes {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /// The attributes of an event that came in well-formed, for its dead letter.
    public static Attributes of(Delivery delivery) {
        return new Attributes(delivery.attributes(), delivery.contentType());
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }
}
