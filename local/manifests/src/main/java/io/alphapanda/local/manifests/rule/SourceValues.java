package io.alphapanda.local.manifests.rule;

import static java.util.function.Predicate.not;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Delivery;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.KafkaSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Values of a KafkaSource that its schema takes as any text.
final class SourceValues {

    /// Shorter, and a database that is away for ten minutes sends events to the dead letters.
    private static final Duration SHORTEST_SCHEDULE = Duration.ofMinutes(10);

    private static final List<String> DELIVERY =
            List.of("retry", "backoffPolicy", "backoffDelay", "timeout", "deadLetterSink");

    static final List<Rule> RULES = List.of(
            Rule.ofDocuments("source-ordering", SourceValues::ordering),
            Rule.ofDocuments("source-initial-offset", SourceValues::initialOffset),
            Rule.ofDocuments("delivery-whole", SourceValues::whole),
            Rule.ofDocuments("delivery-backoff-policy", SourceValues::backoffPolicy),
            Rule.ofDocuments("delivery-durations", SourceValues::durations),
            Rule.ofDocuments("delivery-long-enough", SourceValues::schedule),
            Rule.ofDocuments("source-one-topic", SourceValues::oneTopic));

    private SourceValues() {}

    private static Stream<Fault> ordering(Cluster cluster) {
        return among(cluster, "/spec/ordering", Set.of("ordered", "unordered"), "say which the topic's reader needs");
    }

    private static Stream<Fault> initialOffset(Cluster cluster) {
        return among(
                cluster,
                "/spec/initialOffset",
                Set.of("earliest", "latest"),
                "write earliest: latest skips what came before the source");
    }

    private static Stream<Fault> backoffPolicy(Cluster cluster) {
        return among(
                cluster,
                Delivery.AT + "/backoffPolicy",
                Set.of("exponential", "linear"),
                "write linear: with any other word nothing is retried");
    }

    private static Stream<Fault> among(Cluster cluster, String at, Set<String> values, String fix) {
        return documents(cluster)
                .filter(not(each -> values.contains(each.text(at).orElse(""))))
                .map(each -> Fault.at(each, at, values.stream().sorted().toList() + ", set explicitly", fix));
    }

    /// A block that sets only some of them loses the defaults of the others.
    private static Stream<Fault> whole(Cluster cluster) {
        return documents(cluster).flatMap(source -> DELIVERY.stream()
                .map(field -> Delivery.AT + "/" + field)
                .filter(at -> source.at(at).isMissingNode() || source.at(at).isNull())
                .map(at -> Fault.at(
                        source,
                        at,
                        "set: a delivery block with a gap has no defaults",
                        "set " + String.join(", ", DELIVERY) + " together")));
    }

    private static Stream<Fault> durations(Cluster cluster) {
        return documents(cluster).flatMap(source -> Stream.of(Delivery.AT + "/backoffDelay", Delivery.AT + "/timeout")
                .filter(at -> source.text(at)
                        .filter(text -> Delivery.duration(text)
                                .filter(Duration::isPositive)
                                .isEmpty())
                        .isPresent())
                .map(at -> Fault.at(source, at, "an ISO-8601 duration above zero", "write it like PT0.1S or PT30S")));
    }

    private static Stream<Fault> schedule(Cluster cluster) {
        return cluster.sources().stream()
                .filter(source -> source.delivery()
                        .schedule()
                        .filter(each -> each.compareTo(SHORTEST_SCHEDULE) < 0)
                        .isPresent())
                .map(source -> Fault.of(
                        source.document(),
                        Delivery.AT + "/retry",
                        "'%d', and with it all waits %s"
                                .formatted(
                                        source.delivery().retry().orElseThrow(),
                                        source.delivery().schedule().orElseThrow()),
                        "so many that the waits sum up to " + SHORTEST_SCHEDULE + " at least",
                        "raise retry: the n-th wait is backoffDelay × 2^n if exponential, backoffDelay × n if linear"));
    }

    /// Its stamp names one topic, its dead letters belong to one.
    private static Stream<Fault> oneTopic(Cluster cluster) {
        return documents(cluster)
                .filter(each -> each.at("/spec/topics").size() != 1)
                .map(each -> Fault.at(
                        each,
                        "/spec/topics",
                        "one topic: the stamp and the dead letters name one",
                        "write a KafkaSource for each topic"));
    }

    private static Stream<Document> documents(Cluster cluster) {
        return cluster.sources().stream().map(KafkaSource::document);
    }
}
