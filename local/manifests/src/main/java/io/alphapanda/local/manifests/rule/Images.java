package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Container;
import io.alphapanda.local.manifests.Running;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Images: of which rooms, and pinned.
final class Images {

    /// What runs once beside the functions: the ledger's schema, and the topics.
    static final List<String> JOBS = List.of("bootstrap");

    static final List<Rule> RULES = List.of(
            Rule.ofCluster("image-pinned", Images::pinned),
            Rule.ofDocuments("image-of-a-room", Images::ofRooms),
            Rule.ofCluster("function-deployed", Images::deployed));

    private Images() {}

    private static Stream<Fault> pinned(Cluster cluster) {
        return containers(cluster)
                .filter(each -> !isPinned(each.image()))
                .map(each -> Fault.at(
                        each.document(),
                        each.at() + "/image",
                        "pinned by a tag other than latest, or a digest",
                        "name the version: otherwise each pod may run another program"));
    }

    static boolean isPinned(String image) {
        if (image.contains("@sha256:")) {
            return true;
        }
        var last = image.substring(image.lastIndexOf('/') + 1);
        return last.contains(":") && !last.endsWith(":") && !last.endsWith(":latest");
    }

    private static Stream<Fault> ofRooms(Cluster cluster) {
        return containers(cluster)
                .filter(each -> each.room()
                        .filter(room -> !cluster.house().functions().contains(room) && !JOBS.contains(room))
                        .isPresent())
                .map(each -> Fault.at(
                        each.document(),
                        each.at() + "/image",
                        "of one of the rooms %s, or %s"
                                .formatted(new TreeSet<>(cluster.house().functions()), JOBS),
                        "correct the name"));
    }

    private static Stream<Fault> deployed(Cluster cluster) {
        var there = cluster.rooms().stream()
                .map(each -> each.pod().main().room().orElseThrow())
                .toList();
        return cluster.house().functions().stream()
                .sorted()
                .filter(each -> !there.contains(each))
                .map(each -> new Fault(
                        source(cluster),
                        "functions/" + each,
                        "without a manifest",
                        "deployed",
                        "add it to the overlay"));
    }

    private static String source(Cluster cluster) {
        return cluster.documents().isEmpty()
                ? "the overlay"
                : cluster.documents().getFirst().source();
    }

    private static Stream<Container> containers(Cluster cluster) {
        return cluster.running().stream().map(Running::pod).flatMap(pod -> pod.containers().stream());
    }
}
