package io.alphapanda.local.manifests;

/// A topic the operator keeps.
public record KafkaTopic(Document document) implements Resource {

    /// Its name in Kafka.
    public String topic() {
        return document.text("/spec/topicName").orElse(document.name());
    }

    /// 1 where it does not say.
    public int partitions() {
        return document.number("/spec/partitions").orElse(1);
    }
}
