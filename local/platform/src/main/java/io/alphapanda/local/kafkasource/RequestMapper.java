package io.alphapanda.local.kafkasource;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Makes the data plane's request of a record. A record that is a valid CloudEvent, binary or structured,
/// passes as that event; its Kafka key and its other headers do not pass. Everything else, an *invalid*
/// CloudEvent included, becomes a plain `dev.knative.kafka.event` around the record's bytes.
final class RequestMapper {
    private static final String CONTENT_TYPE = "content-type";
    private static final char HIGHEST_LATIN1 = 0xff;

    private final KafkaSourceSpec spec;
    private final TraceHeaders trace;

    RequestMapper(KafkaSourceSpec spec, TraceHeaders trace) {
        this.spec = spec;
        this.trace = trace;
    }

    EventRequest map(ConsumerRecord<byte[], byte[]> record) {
        TreeMap<String, String> headers = new TreeMap<>();
        Optional<CloudEvent> event = cloudEvent(record);
        event.ifPresentOrElse(present -> putEvent(headers, present), () -> putPlain(headers, record));
        headers.put("ce-knativekafkapartition", Integer.toString(record.partition()));
        headers.put("ce-knativekafkaoffset", Long.toString(record.offset()));
        spec.ceOverrides().forEach((extension, value) -> headers.put("ce-" + extension, value));
        headers.put("prefer", "reply");
        headers.put("kn-namespace", spec.namespace());
        headers.putAll(trace.forRequest(record.headers()));
        headers.replaceAll((_, value) -> latin1(value));
        return new EventRequest(headers, body(record, event));
    }

    private static Optional<CloudEvent> cloudEvent(ConsumerRecord<byte[], byte[]> record) {
        if (record.headers().lastHeader("ce_specversion") == null
                && record.headers().lastHeader(CONTENT_TYPE) == null) {
            return Optional.empty(); // the common plain record, without the cost of an exception
        }
        try {
            return Optional.of(KafkaMessageFactory.createReader(record.headers(), record.value())
                    .toEvent());
        } catch (CloudEventRWException
                | EventDeserializationException
                | IllegalStateException
                | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> body(ConsumerRecord<byte[], byte[]> record, Optional<CloudEvent> event) {
        if (event.isPresent() && isStructured(record)) {
            return event.map(CloudEvent::getData).map(CloudEventData::toBytes);
        }
        return Optional.ofNullable(record.value());
    }

    private static boolean isStructured(ConsumerRecord<byte[], byte[]> record) {
        Header contentType = record.headers().lastHeader(CONTENT_TYPE);
        return contentType != null && text(contentType).startsWith("application/cloudevents");
    }

    private static void putEvent(SortedMap<String, String> headers, CloudEvent event) {
        headers.put("ce-specversion", event.getSpecVersion().toString());
        headers.put("ce-id", event.getId());
        headers.put("ce-type", event.getType());
        headers.put("ce-source", event.getSource().toString());
        putIfPresent(headers, "ce-subject", event.getSubject());
        putIfPresent(headers, "ce-time", event.getTime() == null ? null : iso(event.getTime()));
        putIfPresent(
                headers,
                "ce-dataschema",
                event.getDataSchema() == null ? null : event.getDataSchema().toString());
        putIfPresent(headers, CONTENT_TYPE, event.getDataContentType());
        event.getExtensionNames().forEach(name -> headers.put("ce-" + name, String.valueOf(event.getExtension(name))));
    }

    private void putPlain(SortedMap<String, String> headers, ConsumerRecord<byte[], byte[]> record) {
        for (Header header : record.headers()) {
            if (header.value() == null) {
                continue;
            }
            if (header.key().equalsIgnoreCase(CONTENT_TYPE)) {
                headers.put(CONTENT_TYPE, text(header).toLowerCase(Locale.ROOT));
            } else {
                headers.put("ce-kafkaheader" + lettersAndDigits(header.key()), text(header));
            }
        }
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", "partition:%d/offset:%d".formatted(record.partition(), record.offset()));
        headers.put("ce-type", "dev.knative.kafka.event");
        headers.put(
                "ce-source",
                "/apis/v1/namespaces/%s/kafkasources/%s#%s".formatted(spec.namespace(), spec.name(), record.topic()));
        headers.put("ce-subject", "partition:%d#%d".formatted(record.partition(), record.offset()));
        headers.put("ce-time", iso(Instant.ofEpochMilli(record.timestamp()).atOffset(ZoneOffset.UTC)));
        if (record.key() != null && record.key().length > 0) {
            String key = spec.keyType().text(record.key());
            headers.put("ce-key", key);
            headers.put("ce-partitionkey", key);
        }
    }

    private static void putIfPresent(SortedMap<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static String iso(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String lettersAndDigits(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// Header bytes are Latin-1 on the wire; what does not fit becomes a question mark, never an escape.
    private static String latin1(String value) {
        if (value.chars().allMatch(c -> c <= HIGHEST_LATIN1)) {
            return value;
        }
        StringBuilder fitting = new StringBuilder(value.length());
        value.chars().forEach(c -> fitting.append(c <= HIGHEST_LATIN1 ? (char) c : '?'));
        return fitting.toString();
    }
}
