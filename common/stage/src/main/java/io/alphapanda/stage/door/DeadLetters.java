package io.alphapanda.stage.door;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.stage.publish.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Puts events no function may see into their topic's dead letters: the bytes and attributes as delivered, and beside
/// them why, in headers that a replay drops again.
@Singleton
public final class DeadLetters {

    public static final String REASON = "deadletter-reason";
    public static final String DETAIL = "deadletter-detail";
    public static final String STAGE = "deadletter-stage";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int MAX_DETAIL = 300;

    private final EventPublisher publisher;
    private final String stage;

    DeadLetters(EventPublisher publisher, @ConfigProperty(name = "quarkus.application.name") String stage) {
        this.publisher = publisher;
        this.stage = stage;
    }

    /// Completes when the dead letter is safely written; only then may the event be acknowledged.
    public Uni<Void> put(String lane, String topic, Attributes attributes, byte[] data, BadEventException why) {
        var dead = Topics.deadLetter(topic);
        var headers = new java.util.ArrayList<org.apache.kafka.common.header.Header>();
        attributes.values().forEach((name, value) -> headers.add(header("ce_" + name, value)));
        if (!attributes.contentType().isEmpty()) {
            headers.add(header("content-type", attributes.contentType()));
        }
        headers.add(header(REASON, why.reason().name()));
        headers.add(header(DETAIL, shortened(why.getMessage())));
        headers.add(header(STAGE, stage));
        var key = attributes.values().get("partitionkey");
        var record = new ProducerRecord<>(dead, null, null, key, data, headers);
        LOG.warnf(
                "dead letter: reason=%s detail=%s topic=%s lane=%s eventId=%s",
                why.reason(),
                shortened(why.getMessage()),
                dead,
                lane,
                shortened(attributes.values().getOrDefault("id", "-")));
        return publisher.send(lane, List.of(record));
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL);
    }
}
