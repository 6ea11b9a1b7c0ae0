package io.alphapanda.kite.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads and writes Kite's JSON: decimals digit by digit, unknown keys ignored, missing ones refused unless they are
/// [OrEmpty] or optional.
public final class KiteJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new Jdk8Module())
            .addModule(new KiteModule())
            .build();

    private KiteJson() {}

    /// @throws UnreadableException if it is no JSON object
    public static JsonNode tree(byte[] json) {
        try {
            var root = MAPPER.readTree(json);
            if (root != null && root.isObject()) {
                return root;
            }
            throw UnreadableException.broken("answer is no JSON object");
        } catch (JsonProcessingException e) {
            throw UnreadableException.broken("answer is no JSON: it breaks at " + place(e.getLocation()));
        } catch (IOException e) {
            throw UnreadableException.broken("answer is no JSON");
        }
    }

    public static <T> Shape<T> one(Class<T> type) {
        return data -> value(data, MAPPER.constructType(type));
    }

    public static <T> Shape<List<T>> listOf(Class<T> type) {
        return data -> {
            List<T> all = value(data, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
            return List.copyOf(all);
        };
    }

    /// By key, in Kite's order.
    public static <T> Shape<Map<String, T>> mapOf(Class<T> type) {
        return data -> value(data, MAPPER.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, type));
    }

    /// @throws IllegalStateException if a value of ours can't be written, which is a defect
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " can't be written as JSON", e);
        }
    }

    private static <T> T value(JsonNode data, JavaType type) {
        if (data.isNull() || data.isMissingNode()) {
            throw UnreadableException.strange("data is empty");
        }
        try {
            return MAPPER.readValue(MAPPER.treeAsTokens(data), type);
        } catch (JsonMappingException e) {
            throw UnreadableException.strange("data does not fit at " + path(e));
        } catch (IOException e) {
            throw UnreadableException.strange("data is no " + type.getRawClass().getSimpleName());
        }
    }

    /// Where it does not fit, such as `[3].status`; Jackson's own message would quote the value.
    private static String path(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(each -> each.getFieldName() == null ? "[" + each.getIndex() + "]" : each.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "its top" : path;
    }

    private static String place(JsonLocation location) {
        return location == null
                ? "its beginning"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
