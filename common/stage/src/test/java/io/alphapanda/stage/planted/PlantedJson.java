package io.alphapanda.stage.planted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.stage.event.EventCodec;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Every way in which a type comes to Jackson.
final class PlantedJson {

    @RegisterForReflection
    record Known(String text) {}

    record Whole(Optional<Part> part, List<Kind> kinds) {}

    record Part(String text) {}

    enum Kind {
        ONE
    }

    record Named(String text) {}

    record Behind(String text) {}

    record Between(String text) {}

    record ByReference(String text) {}

    record Captured(String text) {}

    record OfAList(String text) {}

    record OfAMap(String text) {}

    private final EventCodec codec = new EventCodec();
    private final Map<String, OfAMap> map = Map.of();

    void known(Known value) {
        codec.encode(value);
    }

    byte[] made() {
        return codec.encode(new Whole(Optional.empty(), List.of()));
    }

    Object named(byte[] data) throws Exception {
        return codec.decode(data, Named.class);
    }

    /// The type comes through two methods, and stands in the middle of the second one's parameters.
    Object behind(byte[] data) throws Exception {
        return further("it", Behind.class, data.length + 2L, data);
    }

    private <T> T further(String what, Class<T> type, long size, byte[] data) throws Exception {
        return size == 0 || what.isEmpty() ? null : codec.decode(data, type);
    }

    byte[] between() {
        var text = new StringBuilder("a").append(1).toString();
        var value = new Between(text);
        return codec.encode(value);
    }

    Function<ByReference, byte[]> byReference() {
        return codec::encode;
    }

    Function<byte[], Object> captured() {
        return shape(Captured.class);
    }

    private static <T> Function<byte[], Object> shape(Class<T> type) {
        return data -> new ObjectMapper().constructType(type);
    }

    List<OfAList> ofAList(ObjectMapper mapper, String json) throws JsonProcessingException {
        return mapper.readValue(json, new TypeReference<List<OfAList>>() {});
    }

    byte[] ofAMap() {
        return codec.encode(map);
    }

    byte[] untold(Known known) {
        return codec.encode(Map.of("known", known));
    }
}
