package io.alphapanda.stage.strategy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.event.EventCodec;
import java.io.UncheckedIOException;
import java.util.TreeSet;

/// Strategies as text: JSON in the ledger, or what else a mapper reads. Strict: a field nobody knows is refused,
/// because a typing error must not be a silent default.
public final class StrategyText {

    private final ObjectMapper mapper;

    private StrategyText(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /// As the ledger has them.
    public static StrategyText json() {
        return of(JsonMapper.builder());
    }

    /// In another format. What is marked as required must be there; the rest has defaults.
    public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> StrategyText of(B builder) {
        return new StrategyText(EventCodec.knowingTheDomain(builder)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build());
    }

    /// The same definition always gives the same text.
    public String write(StrategyDocument document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param where the file or the row, for the message
    /// @throws ConfigurationException naming where, the field, the value and the bound
    public StrategyDocument read(String where, String text) {
        try {
            var document = mapper.readValue(text, StrategyDocument.class);
            if (document == null) {
                throw new ConfigurationException(where + ": is empty; a strategy is expected");
            }
            document.definition(0);
            return document;
        } catch (UnrecognizedPropertyException e) {
            throw new ConfigurationException(where + line(e) + ": " + path(e) + " is unknown; known are "
                    + new TreeSet<>(e.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .toList()));
        } catch (JsonMappingException e) {
            throw new ConfigurationException(where + line(e) + ": " + path(e) + ": " + reason(e));
        } catch (JacksonException e) {
            throw new ConfigurationException(where + line(e) + ": " + firstLine(e.getOriginalMessage()));
        } catch (ConfigurationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(where + ": " + e.getMessage());
        }
    }

    /// Where a file goes wrong; a definition in the ledger is one line.
    private static String line(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() <= 1 ? "" : ", line " + at.getLineNr();
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var each : e.getPath()) {
            if (each.getFieldName() == null) {
                path.append('[').append(each.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
            }
        }
        return path.isEmpty() ? "data" : path.toString();
    }

    private static String reason(JsonMappingException e) {
        for (Throwable each = e.getCause(); each != null; each = each.getCause()) {
            if (each instanceof IllegalArgumentException && each.getMessage() != null) {
                return each.getMessage();
            }
        }
        return firstLine(e.getOriginalMessage());
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
