package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.Running;
import io.alphapanda.local.manifests.TopicLaw;
import java.util.List;
import java.util.stream.Stream;

/// One door to each stage of each lane: a KafkaSource, or a stage that reads its topics itself. None, and the lane
/// stands still; two, and they take the records from each other.
final class Doors {

    static final List<Rule> RULES = List.of(Rule.ofCluster("one-door", Doors::lanes));

    private Doors() {}

    private static Stream<Fault> lanes(Cluster cluster) {
        return cluster.brokers().stream()
                .flatMap(lane -> TopicLaw.LANE_STAGES.stream().flatMap(stage -> {
                    var doors = doors(cluster, lane, stage);
                    return doors.size() == 1 ? Stream.empty() : Stream.of(fault(cluster, lane, stage, doors));
                }));
    }

    private static List<Document> doors(Cluster cluster, String lane, String stage) {
        var sources = cluster.sources().stream()
                .filter(source -> source.topics().stream()
                        .flatMap(topic -> TopicLaw.of(topic).stream())
                        .anyMatch(law -> law.lane().equals(lane)
                                && law.stage().filter(stage::equals).isPresent()))
                .map(each -> each.document());
        var streams = cluster.rooms().stream()
                .filter(each -> each.pod().main().room().filter(stage::equals).isPresent())
                .filter(each -> cluster.lanes(each).contains(lane) && cluster.isStreaming(each))
                .map(Running::document);
        return Stream.concat(sources, streams).toList();
    }

    private static Fault fault(Cluster cluster, String lane, String stage, List<Document> doors) {
        var serving = cluster.rooms().stream()
                .filter(each -> cluster.lanes(each).contains(lane))
                .map(Running::document);
        return new Fault(
                Stream.concat(doors.stream(), serving)
                        .map(each -> each.source() + " " + each)
                        .findFirst()
                        .orElseThrow(),
                "ACTIVE_BROKERS",
                "'%s', whose %s has %d doors %s".formatted(lane, stage, doors.size(), doors),
                "of lanes with one door to each stage",
                doors.isEmpty()
                        ? "add the lane's KafkaSource, or open the stage's stream door"
                        : "remove the source, or PANDA_DOOR=stream");
    }
}
