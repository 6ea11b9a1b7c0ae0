package io.alphapanda.local.manifests.rule;

import static java.util.function.Predicate.not;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.KafkaSink;
import io.alphapanda.local.manifests.KafkaSource;
import io.alphapanda.local.manifests.KafkaTopic;
import io.alphapanda.local.manifests.PingSource;
import io.alphapanda.local.manifests.Reference;
import java.util.List;
import java.util.stream.Stream;

/// What a source reads and where it sends it: topics, dead letters and sinks that exist, and belong together.
final class SourceWiring {

    static final List<Rule> RULES = List.of(
            Rule.ofCluster("topic-exists", SourceWiring::topicExists),
            Rule.ofCluster("lane-has-its-topics", SourceWiring::laneTopics),
            Rule.ofCluster("topic-has-dead-letters", SourceWiring::topicHasDeadLetters),
            Rule.ofCluster("dead-letters-of-topic", SourceWiring::deadLettersOfTopic),
            Rule.ofCluster("sink-resolves", SourceWiring::sinkResolves),
            Rule.ofCluster("consumers-within-partitions", SourceWiring::consumers));

    private SourceWiring() {}

    private static Stream<Fault> topicExists(Cluster cluster) {
        var read = cluster.sources().stream().flatMap(source -> source.topics().stream()
                .filter(topic -> cluster.topic(topic).isEmpty())
                .map(topic -> missing(source, topic)));
        var written = cluster.all(KafkaSink.class).stream()
                .filter(sink -> cluster.topic(sink.topic()).isEmpty())
                .map(sink -> Fault.at(
                        sink.document(),
                        "/spec/topic",
                        "the name of a KafkaTopic",
                        "add the KafkaTopic, or correct it"));
        return Stream.concat(read, written);
    }

    private static Stream<Fault> laneTopics(Cluster cluster) {
        return cluster.brokers().stream().flatMap(lane -> Topics.lane(new Broker(lane)).stream()
                .filter(topic -> cluster.topic(topic).isEmpty())
                .map(topic -> new Fault(
                        cluster.documents().getFirst().source(),
                        "ACTIVE_BROKERS",
                        "'" + lane + "' without the topic " + topic,
                        "of lanes with all of their topics",
                        "add the KafkaTopic: what is decided waits for it in the outbox")));
    }

    private static Fault missing(KafkaSource source, String topic) {
        return Fault.of(
                source.document(),
                "/spec/topics/" + source.topics().indexOf(topic),
                "'" + topic + "'",
                "the name of a KafkaTopic",
                "add the KafkaTopic, or correct it");
    }

    private static Stream<Fault> topicHasDeadLetters(Cluster cluster) {
        return cluster.all(KafkaTopic.class).stream()
                .filter(each -> !Topics.isDeadLetter(each.topic()))
                .filter(each -> cluster.topic(Topics.deadLetter(each.topic())).isEmpty())
                .map(each -> Fault.of(
                        each.document(),
                        "/spec/topicName",
                        "'" + each.topic() + "' without dead letters",
                        "beside a KafkaTopic " + Topics.deadLetter(each.topic()),
                        "add it: a letter that can't be written holds its partition up"));
    }

    private static Stream<Fault> deadLettersOfTopic(Cluster cluster) {
        return cluster.sources().stream()
                .filter(source -> source.topics().size() == 1)
                .flatMap(source -> cluster
                        .sink(source.deadLetterSink())
                        .filter(sink -> !sink.topic()
                                .equals(Topics.deadLetter(source.topics().getFirst())))
                        .map(
                                sink -> Fault.of(
                                        source.document(),
                                        "/spec/delivery/deadLetterSink/ref/name",
                                        "'%s', which writes to '%s'"
                                                .formatted(sink.document().name(), sink.topic()),
                                        "a KafkaSink that writes to "
                                                + Topics.deadLetter(
                                                        source.topics().getFirst()),
                                        "name the topic's own; a replay gives letters back to the topic their own is named after"))
                        .stream());
    }

    private static Stream<Fault> sinkResolves(Cluster cluster) {
        var services = Stream.concat(
                        cluster.sources().stream().map(KafkaSource::sink),
                        cluster.all(PingSource.class).stream().map(PingSource::sink))
                .filter(not(sink -> resolves(cluster, sink)))
                .map(sink -> unresolved(sink, "a Service of serving.knative.dev that is deployed with it"));
        return Stream.concat(services, deadLetterSinks(cluster));
    }

    private static Stream<Fault> deadLetterSinks(Cluster cluster) {
        return cluster.sources().stream()
                .map(KafkaSource::deadLetterSink)
                .filter(Reference::isSet)
                .filter(sink -> cluster.sink(sink).isEmpty())
                .map(sink -> unresolved(sink, "a KafkaSink of eventing.knative.dev that is deployed with it"));
    }

    private static Fault unresolved(Reference sink, String bound) {
        return Fault.of(
                sink.document(), sink.at(), "'" + sink + "'", bound, "add it, or correct apiVersion, kind and name");
    }

    /// A function, or a plain Service by its address.
    private static boolean resolves(Cluster cluster, Reference sink) {
        return cluster.service(sink).isPresent()
                || sink.group().isEmpty()
                        && cluster.has("", sink.kind(), sink.namespace(), sink.name())
                        && sink.kind().equals("Service")
                || sink.name().isEmpty()
                        && sink.uri().filter(uri -> isOfCluster(cluster, uri)).isPresent();
    }

    private static boolean isOfCluster(Cluster cluster, String uri) {
        var host = uri.replaceFirst("^https?://", "").replaceFirst("[:/].*$", "");
        var parts = host.split("\\.");
        return parts.length >= 2
                && (cluster.has("", "Service", parts[1], parts[0])
                        || cluster.has("serving.knative.dev", "Service", parts[1], parts[0]));
    }

    private static Stream<Fault> consumers(Cluster cluster) {
        return cluster.sources().stream().flatMap(source -> source.topics().stream()
                .flatMap(topic -> cluster.topic(topic).stream())
                .filter(topic -> source.maxConsumers() > topic.partitions() || source.consumers() > topic.partitions())
                .map(topic -> Fault.of(
                        source.document(),
                        source.consumers() > topic.partitions() ? "/spec/consumers" : "/metadata/annotations",
                        "%d, at most %d".formatted(source.consumers(), source.maxConsumers()),
                        "at most the %d partitions of %s".formatted(topic.partitions(), topic.topic()),
                        "lower consumers and max-scale, or add partitions: those beyond them read nothing")));
    }
}
