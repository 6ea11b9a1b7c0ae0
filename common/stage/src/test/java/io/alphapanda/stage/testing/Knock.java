package io.alphapanda.stage.testing;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/// One event as it comes to a door, and what may be wrong with it.
///
/// @param lane    its lane
/// @param topic   where it lies
/// @param headers of the HTTP request a KafkaSource makes of it, stamps included
/// @param data    null for a tombstone
public record Knock(String lane, String topic, Map<String, String> headers, byte[] data) {

    private static final String ATTRIBUTE_PREFIX = "ce-";

    public static Knock of(LaneSignal signal) {
        return of(
                EventType.SIGNAL_GENERATED,
                signal.id(),
                signal.broker(),
                Topics.signalsRaw(signal.broker()),
                signal.signal().partitionKey(),
                signal.signal().id(),
                signal.signal().referenceTime(),
                signal);
    }

    /// Any event of a lane.
    public static Knock of(
            EventType type,
            String id,
            Broker broker,
            String topic,
            String key,
            String correlationId,
            Instant time,
            Object payload) {
        var headers = Door.headers(type, id, broker.name(), topic, key, correlationId, time);
        // Not otherwise used: what a test finds a dead letter by.
        headers.put("ce-subject", id);
        return new Knock(broker.name(), topic, headers, Door.json(payload));
    }

    public String id() {
        return headers.getOrDefault("ce-id", "");
    }

    public String subject() {
        return headers.get("ce-subject");
    }

    public Knock with(String attribute, String value) {
        return withHeader(ATTRIBUTE_PREFIX + attribute, value);
    }

    public Knock without(String attribute) {
        return withHeader(ATTRIBUTE_PREFIX + attribute, null);
    }

    /// @param value null for none
    public Knock withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return new Knock(lane, topic, changed, data);
    }

    public Knock withData(byte[] other) {
        return new Knock(lane, topic, headers, other);
    }

    /// The event as it lies in its topic.
    public ProducerRecord<String, byte[]> toRecord() {
        var record = new ProducerRecord<>(topic, null, headers.get("ce-partitionkey"), data);
        headers.forEach((name, value) -> {
            if (!name.equals("ce-lane") && !name.equals("ce-topic")) {
                record.headers().add(name.replace("ce-", "ce_"), value.getBytes(StandardCharsets.UTF_8));
            }
        });
        return record;
    }
}
