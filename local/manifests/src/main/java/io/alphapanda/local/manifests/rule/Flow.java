package io.alphapanda.local.manifests.rule;

import static java.util.function.Predicate.not;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.KafkaSource;
import io.alphapanda.local.manifests.KnativeService;
import io.alphapanda.local.manifests.TopicLaw;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sources against the house's own table of topics: order, stamps, consumer groups, and who serves the lane.
final class Flow {

    static final List<Rule> RULES = List.of(
            Rule.ofDocuments("ordering-of-topic", Flow::ordering),
            Rule.ofCluster("topic-of-house", Flow::topics),
            Rule.ofDocuments("stamps-of-topic", Flow::stamps),
            Rule.ofDocuments("consumer-group-set", Flow::groupSet),
            Rule.ofCluster("consumer-group-unique", Flow::groupUnique),
            Rule.ofCluster("consumer-group-of-stage", Flow::groupOfStage),
            Rule.ofCluster("stage-of-topic", Flow::stage),
            Rule.ofCluster("lane-served", Flow::served));

    /// A source, and what the house says of one of its topics.
    private record Reading(KafkaSource source, TopicLaw law) {}

    private Flow() {}

    private static Stream<Reading> readings(Cluster cluster) {
        return cluster.sources().stream().flatMap(source -> source.topics().stream()
                .flatMap(topic -> TopicLaw.of(topic).stream())
                .map(law -> new Reading(source, law)));
    }

    private static Stream<Fault> ordering(Cluster cluster) {
        return readings(cluster)
                .filter(each -> List.of("ordered", "unordered")
                        .contains(each.source().ordering().orElse("")))
                .filter(each -> each.source().isOrdered() != each.law().ordered())
                .map(each -> Fault.at(
                        each.source().document(),
                        "/spec/ordering",
                        (each.law().ordered() ? "ordered" : "unordered") + " for "
                                + each.law().topic(),
                        each.law().ordered()
                                ? "its readers need the order"
                                : "its readers bear any order, and an ordered source is slow"));
    }

    private static Stream<Fault> topics(Cluster cluster) {
        return cluster.sources().stream().flatMap(source -> source.topics().stream()
                .filter(not(topic -> TopicLaw.of(topic).isPresent()))
                .map(topic -> Fault.of(
                        source.document(),
                        "/spec/topics/" + source.topics().indexOf(topic),
                        "'" + topic + "'",
                        "a topic of the house: market.<asset-class>.ticks, {broker}.signals.…, {broker}.orders.…",
                        "correct it; the names are in the code's class Topics")));
    }

    private static Stream<Fault> stamps(Cluster cluster) {
        return readings(cluster).flatMap(each -> Stream.of(
                        stamp(each.source(), "lane", each.law().lane()),
                        stamp(each.source(), "topic", each.law().topic()))
                .flatMap(Optional::stream));
    }

    private static Optional<Fault> stamp(KafkaSource source, String name, String wanted) {
        return wanted.equals(source.stamps().get(name))
                ? Optional.empty()
                : Optional.of(Fault.at(
                        source.document(),
                        "/spec/ceOverrides/extensions/" + name,
                        "'" + wanted + "', as its topic says",
                        "correct it: the function trusts the stamp, and sends events that differ to the dead letters"));
    }

    private static Stream<Fault> groupSet(Cluster cluster) {
        return cluster.sources().stream()
                .filter(each ->
                        each.consumerGroup().filter(not(String::isBlank)).isEmpty())
                .map(each -> Fault.at(
                        each.document(),
                        "/spec/consumerGroup",
                        "set explicitly",
                        "name it: a made-up one skips records when the source is made anew"));
    }

    /// Two sources in one group share its records, and neither sees all.
    private static Stream<Fault> groupUnique(Cluster cluster) {
        var first = new HashMap<String, KafkaSource>();
        return cluster.sources().stream()
                .filter(each -> each.consumerGroup().isPresent())
                .filter(each -> first.putIfAbsent(each.consumerGroup().get(), each) != null)
                .map(each -> Fault.at(
                        each.document(),
                        "/spec/consumerGroup",
                        "its own; %s has it too"
                                .formatted(first.get(each.consumerGroup().get()).document()),
                        "name one for each sink and topic"));
    }

    private static Stream<Fault> groupOfStage(Cluster cluster) {
        return readings(cluster)
                .filter(each -> room(cluster, each.source()).equals(each.law().stage()))
                .filter(each -> each.source().consumerGroup().isPresent()
                        && each.law().group().isPresent())
                .filter(each -> !each.source().consumerGroup().equals(each.law().group()))
                .map(each -> Fault.at(
                        each.source().document(),
                        "/spec/consumerGroup",
                        "'" + each.law().group().get() + "', as both doors of the stage and the feed's pace know it",
                        "correct it: another group starts from other offsets"));
    }

    private static Stream<Fault> stage(Cluster cluster) {
        return readings(cluster)
                .filter(each -> each.law().stage().isPresent())
                .filter(each -> room(cluster, each.source()).isPresent())
                .filter(each -> !room(cluster, each.source()).equals(each.law().stage()))
                .map(each -> Fault.of(
                        each.source().document(),
                        "/spec/sink",
                        "'%s', which is a %s"
                                .formatted(
                                        each.source().sink(),
                                        room(cluster, each.source()).get()),
                        "a " + each.law().stage().get() + ", which reads "
                                + each.law().topic(),
                        "correct the sink: the stage would refuse every event"));
    }

    private static Stream<Fault> served(Cluster cluster) {
        return readings(cluster)
                .filter(each -> TopicLaw.broker(each.law().topic()).isPresent())
                .flatMap(each -> cluster.service(each.source().sink()).stream()
                        .filter(service ->
                                !cluster.lanes(service).contains(each.law().lane()))
                        .map(service -> Fault.of(
                                each.source().document(),
                                "/spec/sink",
                                "'%s', which serves %s".formatted(each.source().sink(), cluster.lanes(service)),
                                "a Service whose ACTIVE_BROKERS names "
                                        + each.law().lane(),
                                "add the broker there, or correct the sink")));
    }

    private static Optional<String> room(Cluster cluster, KafkaSource source) {
        return cluster.service(source.sink()).map(KnativeService::pod).flatMap(pod -> pod.main()
                .room());
    }
}
