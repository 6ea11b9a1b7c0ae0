package io.alphapanda.stage.door;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.event.WireFormat;
import io.alphapanda.stage.publish.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
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

    /// Dead letters of lanes that are not served here go out together: a stamp is a stranger's word, and must not start
    /// a producer.
    private static final String STRAYS = "strays";

    private final EventPublisher publisher;
    private final Brokers brokers;
    private final DeliveryCount count;
    private final String stage;

    DeadLetters(
            EventPublisher publisher,
            Brokers brokers,
            DeliveryCount count,
            @ConfigProperty(name = "quarkus.application.name") String stage) {
        this.publisher = publisher;
        this.brokers = brokers;
        this.count = count;
        this.stage = stage;
    }

    /// Completes when the dead letter is safely written; only then may the event be acknowledged.
    public Uni<Void> put(String lane, String topic, Attributes attributes, byte[] data, BadEventException why) {
        var headers = new ArrayList<Header>();
        attributes.values().forEach((name, value) -> headers.add(header("ce_" + name, value)));
        if (!attributes.contentType().isEmpty()) {
            headers.add(header("content-type", attributes.contentType()));
        }
        return write(lane, topic, attributes.values().get(WireFormat.PARTITION_KEY), headers, data, why);
    }

    /// The same for an event that came as a record: key and headers as they were.
    Uni<Void> put(String lane, ConsumerRecord<String, byte[]> record, BadEventException why) {
        var headers = new ArrayList<Header>();
        record.headers().forEach(headers::add);
        return write(lane, record.topic(), record.key(), headers, record.value(), why);
    }

    private Uni<Void> write(
            String lane, String topic, String key, List<Header> headers, byte[] data, BadEventException why) {
        var dead = Topics.deadLetter(topic);
        var detail = printable(why.getMessage());
        headers.add(header(REASON, why.reason().name()));
        headers.add(header(DETAIL, detail));
        headers.add(header(STAGE, stage));
        return publisher
                .send(
                        brokers.serves(lane) ? lane : STRAYS,
                        List.of(new ProducerRecord<>(dead, null, null, key, data, headers)))
                .invoke(() -> {
                    count.deadLetter(lane, topic, why.reason());
                    LOG.warnf(
                            "dead letter: reason=%s detail=%s topic=%s lane=%s eventId=%s",
                            why.reason(), detail, printable(dead), printable(lane), eventId(headers));
                });
    }

    private static String eventId(List<Header> headers) {
        return headers.stream()
                .filter(each -> each.key().equals("ce_id") && each.value() != null)
                .map(each -> printable(new String(each.value(), StandardCharsets.UTF_8)))
                .findFirst()
                .orElse("-");
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// One line of bounded length: parts of it are a stranger's.
    private static String printable(String text) {
        var shortened = text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL);
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
