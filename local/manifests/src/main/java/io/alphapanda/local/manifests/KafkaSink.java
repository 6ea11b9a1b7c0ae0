package io.alphapanda.local.manifests;

/// Writes what is posted to it into a topic.
public record KafkaSink(Document document) implements Resource {

    public String topic() {
        return document.text("/spec/topic").orElse("");
    }
}
