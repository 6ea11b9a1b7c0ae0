package io.alphapanda.stage.event;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/// An encoded event as a Kafka record: CloudEvents 1.0, binary mode. `partitionkey` is set beside the record key,
/// because a KafkaSource does not hand the key of a CloudEvent on.
public final class WireFormat {

    public static final String PARTITION_KEY = "partitionkey";
    public static final String BROKER = "broker";
    public static final String CORRELATION_ID = "correlationid";
    public static final String CAUSATION_ID = "causationid";
    public static final String TRACEPARENT = "traceparent";

    private WireFormat() {}

    public static ProducerRecord<String, byte[]> toRecord(EncodedEvent event) {
        var builder = CloudEventBuilder.v1()
                .withId(event.id())
                .withType(event.type())
                .withSource(URI.create(event.source()))
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withExtension(PARTITION_KEY, event.partitionKey())
                .withData("application/json", event.data());
        event.broker().ifPresent(value -> builder.withExtension(BROKER, value));
        event.correlationId().ifPresent(value -> builder.withExtension(CORRELATION_ID, value));
        event.causationId().ifPresent(value -> builder.withExtension(CAUSATION_ID, value));
        var written = KafkaMessageFactory.<String>createWriter(
                        event.topic(),
                        event.partition().isPresent() ? event.partition().getAsInt() : null,
                        event.partitionKey())
                .writeBinary(builder.build());
        event.traceparent().ifPresent(value -> written.headers()
                .add(new RecordHeader(TRACEPARENT, value.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
        return written;
    }
}
