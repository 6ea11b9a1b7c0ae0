package io.alphapanda.api.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// A field nobody knows is refused: a misspelt `strategy` would resume a whole lane.
@Singleton
public final class StrictBodies implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /// Behind Quarkus' own, which is lenient.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
