package io.alphapanda.stage.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Where the views of the house lie in Redis, and how they are written.
public final class Views {

    /// A string: the newest [KafkaView].
    public static final String KAFKA = "control:kafka";

    /// A string: who looks at Kafka; it ends by itself.
    public static final String KAFKA_LEASE = "control:kafka:watcher";

    /// A hash: a [FeedView] for each asset class.
    public static final String FEEDS = "control:feeds";

    /// A hash: a [ServiceView] for each process, `stage/instance`.
    public static final String SERVICES = "control:services";

    private static final Logger LOG = Logger.getLogger(Views.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Views() {}

    public static String write(Object view) {
        try {
            return JSON.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What can't be read counts as missing: whoever writes it next writes it anew.
    public static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(text, type));
        } catch (JsonProcessingException e) {
            LOG.warnf("unreadable view of the house: type=%s reason=%s", type.getSimpleName(), e.getMessage());
            return Optional.empty();
        }
    }
}
