package io.alphapanda.api.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Reads what a stage has written to Redis. An unreadable value counts as missing and is logged: Redis can be rebuilt,
/// the ledger has the truth.
public final class ViewJson {

    private static final Logger LOG = Logger.getLogger(ViewJson.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ViewJson() {}

    /// @param key    where it was found, for the log
    /// @param reader builds the value, or throws [IllegalArgumentException] or [DateTimeException]
    public static <T> Optional<T> read(String key, String text, Function<JsonNode, T> reader) {
        try {
            return Optional.of(reader.apply(JSON.readTree(text)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            LOG.warnf("unreadable value in Redis, taken as missing: key=%s reason=%s", key, e.getMessage());
            return Optional.empty();
        }
    }
}
