package io.alphapanda.local.manifests.report;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.KafkaSource;
import io.alphapanda.local.manifests.KafkaTopic;
import io.alphapanda.local.manifests.KnativeService;
import io.alphapanda.local.manifests.Running;
import io.alphapanda.local.manifests.TopicLaw;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an overlay deploys, per lane and stage.
///
/// The bounds are the dispatcher's: an ordered source has one event of each partition under way, an unordered one 99
/// for each of its consumers; a Service takes `containerConcurrency × max-scale`. At the stream door
/// each pod has 200 in work.
///
/// @param stages the market's first, then each broker's in the order an event passes them
/// @param others what runs beside them: feed, read layer, stores, jobs
public record ClusterReport(List<StageLine> stages, List<OtherLine> others) {

    /// `max.poll.records - 1` and the batch behind it, as the dispatcher is set up.
    private static final int UNORDERED_IN_FLIGHT = 99;

    /// What a stream door's consumer has in work before it pauses, over all its partitions.
    private static final int STREAM_IN_FLIGHT = 200;

    /// Something that takes no events from a source.
    ///
    /// @param replicas empty where the kind has none
    public record OtherLine(String kind, String name, String image, Optional<Integer> replicas, List<String> lanes) {}

    public ClusterReport {
        stages = List.copyOf(stages);
        others = List.copyOf(others);
    }

    public static ClusterReport of(Cluster cluster) {
        var functionDoors = cluster.sources().stream().flatMap(source -> source.topics().stream()
                .flatMap(topic -> TopicLaw.of(topic).stream())
                .map(law -> ofSource(cluster, source, law)));
        var streamDoors = cluster.rooms().stream()
                .filter(cluster::isStreaming)
                .flatMap(running -> cluster.lanes(running).stream()
                        .flatMap(lane -> topicOf(cluster, running, lane).stream())
                        .map(law -> ofStream(cluster, running, law)));
        return new ClusterReport(
                Stream.concat(functionDoors, streamDoors)
                        .sorted(Comparator.comparing(
                                        (StageLine each) -> !each.lane().equals(TopicLaw.MARKET))
                                .thenComparing(StageLine::lane)
                                .thenComparing(each -> TopicLaw.LANE_STAGES.indexOf(each.stage()))
                                .thenComparing(StageLine::topic))
                        .toList(),
                cluster.running().stream()
                        .filter(each -> !(each instanceof KnativeService))
                        .map(each -> other(cluster, each))
                        .toList());
    }

    private static StageLine ofSource(Cluster cluster, KafkaSource source, TopicLaw law) {
        var service = cluster.service(source.sink());
        int partitions = partitions(cluster, law);
        return new StageLine(
                law.lane(),
                reality(cluster, law),
                service.flatMap(each -> each.pod().main().room()).orElse("unknown"),
                source.sink().name(),
                "function",
                law.topic(),
                partitions,
                source.isOrdered() ? "ordered" : "unordered",
                source.consumerGroup().orElse("made up"),
                Range.of(source.minConsumers(), source.maxConsumers()),
                service.map(ClusterReport::pods).orElse(Range.of(0, 0)),
                source.isOrdered() ? partitions : UNORDERED_IN_FLIGHT * Math.min(source.maxConsumers(), partitions),
                service.flatMap(ClusterReport::capacity),
                service.flatMap(each -> each.pod().main().room()).flatMap(cluster.house()::coldStart),
                service.filter(each -> each.minScale() == 0).isPresent() && source.minConsumers() == 0,
                source.delivery().schedule());
    }

    private static StageLine ofStream(Cluster cluster, Running running, TopicLaw law) {
        var pods = running instanceof KnativeService service
                ? pods(service)
                : Range.of(replicas(running).orElse(1), replicas(running).orElse(1));
        int partitions = partitions(cluster, law);
        return new StageLine(
                law.lane(),
                reality(cluster, law),
                law.stage().orElseThrow(),
                running.name(),
                "stream",
                law.topic(),
                partitions,
                law.ordered() ? "ordered" : "unordered",
                law.group().orElseThrow(),
                pods,
                pods,
                STREAM_IN_FLIGHT * Math.min(pods.max().orElse(partitions), partitions),
                Optional.empty(),
                law.stage().flatMap(cluster.house()::coldStart),
                pods.min() == 0,
                Optional.empty());
    }

    private static Optional<TopicLaw> topicOf(Cluster cluster, Running running, String lane) {
        var stage = running.pod().main().room();
        return cluster.all(KafkaTopic.class).stream()
                .flatMap(each -> TopicLaw.of(each.topic()).stream())
                .filter(law -> law.lane().equals(lane) && law.stage().equals(stage))
                .findFirst();
    }

    private static int partitions(Cluster cluster, TopicLaw law) {
        return cluster.topic(law.topic()).map(KafkaTopic::partitions).orElse(0);
    }

    private static String reality(Cluster cluster, TopicLaw law) {
        return law.lane().equals(TopicLaw.MARKET) ? "SHARED" : cluster.isLive(law.lane()) ? "LIVE" : "PAPER";
    }

    private static Range pods(KnativeService service) {
        return new Range(service.minScale(), service.maxScale());
    }

    private static Optional<Integer> capacity(KnativeService service) {
        return service.containerConcurrency() == 0
                ? Optional.empty()
                : service.maxScale().map(max -> max * service.containerConcurrency());
    }

    private static OtherLine other(Cluster cluster, Running running) {
        return new OtherLine(
                running.document().kind(),
                running.name(),
                running.pod().main().image(),
                replicas(running),
                cluster.lanes(running));
    }

    /// One where a kind that has replicas does not say.
    private static Optional<Integer> replicas(Running running) {
        return switch (running.document().kind()) {
            case "Deployment", "StatefulSet" ->
                running.document().number("/spec/replicas").or(() -> Optional.of(1));
            default -> Optional.empty();
        };
    }
}
