package io.alphapanda.local.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads topics and posts each record to its sink.
public record KafkaSource(Document document) implements Resource {

    private static final String PREFIX = "autoscaling.eventing.knative.dev/";

    public List<String> topics() {
        return IntStream.range(0, document.at("/spec/topics").size())
                .mapToObj(i -> document.text("/spec/topics/" + i).orElse(""))
                .toList();
    }

    public Optional<String> consumerGroup() {
        return document.text("/spec/consumerGroup");
    }

    public Optional<String> ordering() {
        return document.text("/spec/ordering");
    }

    public boolean isOrdered() {
        return !ordering().orElse("ordered").equals("unordered");
    }

    public Optional<String> initialOffset() {
        return document.text("/spec/initialOffset");
    }

    /// Kafka consumers while nothing scales them.
    public int consumers() {
        return document.number("/spec/consumers").orElse(1);
    }

    public Reference sink() {
        return new Reference(document, "/spec/sink");
    }

    public Reference deadLetterSink() {
        return new Reference(document, Delivery.AT + "/deadLetterSink");
    }

    public Delivery delivery() {
        return new Delivery(document);
    }

    /// What is stamped on every event.
    public Map<String, String> stamps() {
        return document.map("/spec/ceOverrides/extensions");
    }

    public String lane() {
        return stamps().getOrDefault("lane", "");
    }

    /// Whether KEDA scales it: where there is a KEDA, and the source does not opt out.
    public boolean isScaled() {
        return document.annotations().keySet().stream().anyMatch(each -> each.startsWith(PREFIX)) && !optsOut();
    }

    public boolean optsOut() {
        return scaling("class").filter("disabled"::equals).isPresent();
    }

    public int minConsumers() {
        return isScaled() ? whole("min-scale", 0) : consumers();
    }

    public int maxConsumers() {
        return isScaled() ? whole("max-scale", 50) : consumers();
    }

    private int whole(String knob, int unless) {
        return scaling(knob)
                .filter(each -> each.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(unless);
    }

    private Optional<String> scaling(String knob) {
        return Optional.ofNullable(document.annotations().get(PREFIX + knob));
    }
}
