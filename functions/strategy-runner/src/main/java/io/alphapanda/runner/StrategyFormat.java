package io.alphapanda.runner;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.event.EventCodec;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.TreeSet;

/// Strategies as text: YAML from files, JSON in the ledger. Strict: a field nobody knows is refused, because a typing
/// error must not be a silent default.
@Singleton
final class StrategyFormat {

    private final ObjectMapper yaml = strict(YAMLMapper.builder());
    private final ObjectMapper json = strict(JsonMapper.builder());

    /// What is marked as required must be there; the rest has defaults.
    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> ObjectMapper strict(B builder) {
        return EventCodec.knowingTheDomain(builder)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    /// @param where the file, for the message
    StrategyDocument fromYaml(String where, String text) {
        return read(yaml, where, text);
    }

    /// @param where the row, for the message
    StrategyDocument fromJson(String where, String text) {
        return read(json, where, text);
    }

    /// The same definition always gives the same text.
    String toJson(StrategyDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StrategyDocument read(ObjectMapper mapper, String where, String text) {
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
