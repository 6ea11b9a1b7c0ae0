package io.alphapanda.kite.json;

import com.fasterxml.jackson.databind.JsonNode;

/// How an answer's `data` becomes a value.
@FunctionalInterface
public interface Shape<T> {

    /// @throws UnreadableException if it is not of this shape
    T of(JsonNode data);
}
