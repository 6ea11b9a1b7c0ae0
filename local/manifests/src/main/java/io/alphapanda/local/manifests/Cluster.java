package io.alphapanda.local.manifests;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that is deployed together, by what it is.
public final class Cluster {

    private final House house;
    private final List<Document> documents;
    private final List<Resource> resources;
    private final Map<Document, List<String>> lanes = new IdentityHashMap<>();
    private final List<String> brokers;

    public Cluster(House house, List<Document> documents) {
        this.house = house;
        this.documents = List.copyOf(documents);
        this.resources = documents.stream().map(Resource::of).toList();
        running().forEach(each -> lanes.put(each.document(), served(each)));
        this.brokers = rooms().stream()
                .flatMap(each -> lanes(each).stream())
                .distinct()
                .sorted()
                .toList();
    }

    public House house() {
        return house;
    }

    public List<Document> documents() {
        return documents;
    }

    public <R extends Resource> List<R> all(Class<R> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<KafkaSource> sources() {
        return all(KafkaSource.class);
    }

    public List<Running> running() {
        return all(Running.class);
    }

    /// What runs a room of the house.
    public List<Running> rooms() {
        return running().stream()
                .filter(each -> each.pod().main().room().isPresent())
                .toList();
    }

    public Environment environment(Container container) {
        return Environment.of(container, this);
    }

    public Optional<ConfigMap> configMap(String namespace, String name) {
        return named(ConfigMap.class, namespace, name);
    }

    public Optional<Secret> secret(String namespace, String name) {
        return named(Secret.class, namespace, name);
    }

    /// The topic, by its name in Kafka.
    public Optional<KafkaTopic> topic(String name) {
        return all(KafkaTopic.class).stream()
                .filter(each -> each.topic().equals(name))
                .findFirst();
    }

    /// The Service a source posts to; empty where it is none, or none of this cluster's.
    public Optional<KnativeService> service(Reference sink) {
        return sink.group().equals("serving.knative.dev") && sink.kind().equals("Service")
                ? named(KnativeService.class, sink.namespace(), sink.name())
                : Optional.empty();
    }

    public Optional<KafkaSink> sink(Reference sink) {
        return sink.group().equals("eventing.knative.dev") && sink.kind().equals("KafkaSink")
                ? named(KafkaSink.class, sink.namespace(), sink.name())
                : Optional.empty();
    }

    public boolean has(String group, String kind, String namespace, String name) {
        return documents.stream()
                .anyMatch(each -> each.is(group, kind)
                        && each.name().equals(name)
                        && each.namespace().equals(namespace));
    }

    private <R extends Resource> Optional<R> named(Class<R> type, String namespace, String name) {
        return all(type).stream()
                .filter(each -> each.document().name().equals(name)
                        && each.document().namespace().equals(namespace))
                .findFirst();
    }

    /// The lanes something serves, in its own order.
    public List<String> lanes(Running running) {
        return lanes.getOrDefault(running.document(), List.of());
    }

    private List<String> served(Running running) {
        return environment(running.pod().main())
                .get("ACTIVE_BROKERS")
                .map(text -> Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /// Every lane somebody serves.
    public List<String> brokers() {
        return brokers;
    }

    /// Whether a broker's orders leave the house: it is of any kind but `paper`.
    public boolean isLive(String broker) {
        return !kind(broker).equals("paper");
    }

    private String kind(String broker) {
        return properties()
                .flatMap(each -> Optional.ofNullable(each.get("panda.brokers." + broker + ".kind")).stream())
                .findFirst()
                .or(() -> ofVariable(
                        "PANDA_BROKERS_" + broker.toUpperCase(Locale.ROOT).replace('-', '_') + "_KIND"))
                .or(() -> Optional.ofNullable(house.kinds().get(broker)))
                .orElse("unknown");
    }

    private Stream<Map<String, String>> properties() {
        return all(ConfigMap.class).stream()
                .flatMap(map -> map.files().keySet().stream().map(map::properties));
    }

    private Optional<String> ofVariable(String variable) {
        return rooms().stream()
                .flatMap(each -> environment(each.pod().main()).get(variable).stream())
                .findFirst();
    }

    /// Whether the stream door of a room is open.
    public boolean isStreaming(Running running) {
        return environment(running.pod().main())
                .get("PANDA_DOOR")
                .filter("stream"::equals)
                .isPresent();
    }
}
