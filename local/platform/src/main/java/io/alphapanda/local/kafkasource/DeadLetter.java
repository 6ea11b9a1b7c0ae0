package io.alphapanda.local.kafkasource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The two steps of dead-lettering: the data plane marks the event with what went wrong, and a KafkaSink makes a record
/// of the request it gets.
final class DeadLetter {
    private DeadLetter() {}

    /// The undeliverable event with the extensions that tell why. An attempt without a response has only a destination.
    static EventRequest mark(EventRequest event, URI destination, Answer last) {
        TreeMap<String, String> why = new TreeMap<>();
        if (last instanceof Answer.Response response) {
            response.extensions().forEach((name, value) -> why.put("ce-" + name, value));
            why.put("ce-knativeerrorcode", Integer.toString(response.status()));
            why.put("ce-knativeerrordata", Base64.getEncoder().encodeToString(response.bodyStart()));
        }
        why.put("ce-knativeerrordest", destination.toString());
        return event.with(why);
    }

    /// The record a KafkaSink in binary content mode writes.
    static ProducerRecord<byte[], byte[]> record(String topic, EventRequest event) {
        String key = event.headers().get("ce-partitionkey");
        var record = new ProducerRecord<>(
                topic, key == null ? null : bytes(key), event.body().orElse(null));
        event.headers().forEach((name, value) -> {
            if (name.startsWith("ce-")) {
                record.headers().add("ce_" + name.substring(3), bytes(value));
            } else if (name.equals("content-type") || name.equals("traceparent")) {
                record.headers().add(name, bytes(value));
            }
        });
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
