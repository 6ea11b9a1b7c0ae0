package io.alphapanda.local.manifests.rule;

import static java.util.function.Predicate.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.NetworkPolicy;
import io.alphapanda.local.manifests.Running;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Who may leave the cluster: what speaks to a broker, and nothing else.
final class Network {

    static final List<Rule> RULES = List.of(
            Rule.ofCluster("network-denied-by-default", Network::denied),
            Rule.ofCluster("internet-for-the-live-engine-alone", Network::internet));

    private Network() {}

    private static Stream<Fault> denied(Cluster cluster) {
        var policies = cluster.all(NetworkPolicy.class);
        return cluster.rooms().stream()
                .map(each -> each.document().namespace())
                .distinct()
                .filter(namespace -> policies.stream()
                        .noneMatch(each ->
                                each.deniesAll() && each.document().namespace().equals(namespace)))
                .map(namespace -> new Fault(
                        cluster.documents().getFirst().source(),
                        "NetworkPolicy",
                        "none that denies by default in the namespace '" + namespace + "'",
                        "one with podSelector {}, policyTypes [Ingress, Egress] and no rules",
                        "add it: what no policy selects may speak with everybody"));
    }

    private static Stream<Fault> internet(Cluster cluster) {
        return cluster.all(NetworkPolicy.class).stream().flatMap(policy -> policy.egress()
                .filter(at -> reachesInternet(policy.document(), at))
                .flatMap(at -> cluster.running().stream()
                        .filter(each -> policy.selects(each.pod().labels()))
                        .filter(not(each -> speaksToBroker(cluster, each)))
                        .map(each -> Fault.at(
                                policy.document(),
                                at,
                                "without addresses outside the cluster for %s".formatted(each.document()),
                                "select the pods that speak to a broker alone"))));
    }

    /// The engine of a live lane, and a feed that listens to a broker's ticker.
    private static boolean speaksToBroker(Cluster cluster, Running running) {
        var room = running.pod().main().room().orElse("");
        return switch (room) {
            case "trading-engine" -> cluster.lanes(running).stream().anyMatch(cluster::isLive);
            case "market-feed" ->
                cluster.environment(running.pod().main())
                        .get("PANDA_FEED_SOURCE")
                        .filter("kite"::equals)
                        .isPresent();
            default -> false;
        };
    }

    /// A rule without `to` goes anywhere; a block of addresses goes out unless it is private.
    private static boolean reachesInternet(Document policy, String at) {
        var to = policy.at(at + "/to");
        return to.isEmpty()
                || StreamSupport.stream(to.spliterator(), false)
                        .map(each -> each.path("ipBlock").path("cidr"))
                        .filter(not(JsonNode::isMissingNode))
                        .anyMatch(each -> !isPrivate(each.asText()));
    }

    private static boolean isPrivate(String block) {
        return block.matches("10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|127\\..*|169\\.254\\..*|f[cd].*");
    }
}
