package io.alphapanda.stage.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Domain records to JSON and back. Numbers that are money travel as strings, so no reader turns them into doubles;
/// unknown fields are tolerated (a newer sender), and so are missing ones that are optional (an older sender). No other
/// field may be missing.
@Singleton
public final class EventCodec {

    private final ObjectMapper mapper = knowingTheDomain(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new RequiredComponents())
            .build();

    /// Teaches a mapper, of whatever format, the domain's value types and the house's notation of times; what it makes
    /// of fields that are unknown or missing is left to the caller.
    public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B knowingTheDomain(B builder) {
        return builder
                // A record's components are its JSON; a question it answers (`isDenial`) is not.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new DomainModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /// The mapper behind it, for whoever writes domain types as JSON elsewhere (views, the API).
    public ObjectMapper mapper() {
        return mapper;
    }

    public byte[] encode(Object payload) {
        try {
            return mapper.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws MalformedEventException naming the field that is missing or out of bounds
    public <E> E decode(byte[] data, Class<E> type) throws MalformedEventException {
        try {
            var value = mapper.readValue(data, type);
            if (value == null) {
                throw new MalformedEventException("data is null; " + type.getSimpleName() + " expected", null);
            }
            return value;
        } catch (JsonMappingException e) {
            throw new MalformedEventException(where(e) + reason(e), e);
        } catch (IOException e) {
            throw new MalformedEventException("data is not JSON", e);
        }
    }

    private static String where(JsonMappingException e) {
        var path = new StringBuilder();
        for (var each : e.getPath()) {
            if (each.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
            } else {
                path.append('[').append(each.getIndex()).append(']');
            }
        }
        return path.isEmpty() ? "data: " : path + ": ";
    }

    private static String reason(JsonMappingException e) {
        for (Throwable each = e.getCause(); each != null; each = each.getCause()) {
            if (each instanceof IllegalArgumentException && each.getMessage() != null) {
                return each.getMessage();
            }
        }
        var line = e.getOriginalMessage();
        int end = line.indexOf('\n');
        line = end < 0 ? line : line.substring(0, end);
        return line.length() <= 200 ? line : line.substring(0, 200);
    }
}
