package io.alphapanda.engine.alpaca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One object of an answer. Alpaca writes its numbers as text, so that no digit is lost; keys nobody asks for are
/// ignored, and one that is asked for and missing makes the answer unreadable.
final class Row {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode node;

    private Row(JsonNode node) {
        this.node = node;
    }

    /// @throws UnreadableException if it is no object
    static Row one(byte[] json) {
        return object(tree(json));
    }

    /// @throws UnreadableException if it is no list of objects
    static List<Row> list(byte[] json) {
        var tree = tree(json);
        if (!tree.isArray()) {
            throw new UnreadableException("answer is no list");
        }
        var rows = new ArrayList<Row>();
        tree.forEach(each -> rows.add(object(each)));
        return rows;
    }

    private static Row object(JsonNode node) {
        if (!node.isObject()) {
            throw new UnreadableException("answer is no JSON object");
        }
        return new Row(node);
    }

    private static JsonNode tree(byte[] json) {
        try {
            var tree = MAPPER.readTree(json);
            return tree == null ? MAPPER.missingNode() : tree;
        } catch (JsonProcessingException e) {
            throw new UnreadableException("answer is no JSON");
        } catch (IOException e) {
            throw new UnreadableException("answer breaks off");
        }
    }

    /// As JSON, for what is sent.
    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request can't be written as JSON", e);
        }
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    /// @throws UnreadableException if it is missing or empty
    String text(String key) {
        var value = node.path(key);
        if (!value.isValueNode() || value.isNull() || value.asText().isEmpty()) {
            throw new UnreadableException("answer has no " + key);
        }
        return value.asText();
    }

    /// Empty if it is missing or empty.
    String textIfAny(String key) {
        return has(key) ? node.path(key).asText() : "";
    }

    String textOr(String key, String other) {
        return has(key) ? text(key) : other;
    }

    /// @throws UnreadableException if it is missing or neither `true` nor `false`
    boolean flag(String key) {
        if (!node.path(key).isBoolean()) {
            throw new UnreadableException("answer has no " + key);
        }
        return node.path(key).booleanValue();
    }

    /// @throws UnreadableException if it is missing or no number
    BigDecimal decimal(String key) {
        var text = text(key);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnreadableException(key + " is no number");
        }
    }

    /// @throws UnreadableException if it is missing or no moment
    Instant moment(String key) {
        var text = text(key);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableException(key + " is no time");
        }
    }

    /// An answer is not what it should be. Never quotes it.
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }
}
