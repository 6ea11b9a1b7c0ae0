package io.alphapanda.local.kafkasource;

/// A dead-letter sink that behaves like a KafkaSink on this topic: binary content mode, the record's key is the event's
/// `partitionkey` (none without that extension).
public record DeadLetterTopic(String topic) {
    public DeadLetterTopic {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("delivery.deadLetterSink needs a topic");
        }
    }
}
