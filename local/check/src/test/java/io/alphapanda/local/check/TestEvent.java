package io.alphapanda.local.check;

import io.alphapanda.domain.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/// An event as a function publishes it: CloudEvents in binary mode.
///
/// @param broker the attribute
/// @param data   JSON
record TestEvent(String topic, EventType type, String id, String broker, String data) {

    TestEvent withTopic(String other) {
        return new TestEvent(other, type, id, broker, data);
    }

    TestEvent withId(String other) {
        return new TestEvent(topic, type, other, broker, data);
    }

    TestEvent withBroker(String other) {
        return new TestEvent(topic, type, id, other, data);
    }

    TestEvent withData(String other) {
        return new TestEvent(topic, type, id, broker, other);
    }

    ProducerRecord<byte[], byte[]> record() {
        var record = new ProducerRecord<byte[], byte[]>(topic, data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_type", type.type());
        header(record, "ce_source", "/alpha-panda/test");
        Optional.ofNullable(id).ifPresent(value -> header(record, "ce_id", value));
        Optional.ofNullable(broker).ifPresent(value -> header(record, "ce_broker", value));
        return record;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
