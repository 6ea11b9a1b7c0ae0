package io.alphapanda.local.manifests.rule;

import static java.util.function.Predicate.not;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.PingSource;
import io.alphapanda.local.manifests.TopicLaw;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Pings of a lane. The function knows no more of it than the stamps say.
final class Pings {

    private static final String STAMPS = "/spec/ceOverrides/extensions/";

    static final List<Rule> RULES =
            List.of(Rule.ofCluster("ping-of-lane", Pings::lane), Rule.ofCluster("ping-of-topic", Pings::topic));

    private Pings() {}

    private static Stream<Fault> lane(Cluster cluster) {
        return cluster.all(PingSource.class).stream().flatMap(ping -> cluster.service(ping.sink()).stream()
                .filter(not(
                        service -> cluster.lanes(service).contains(ping.stamps().getOrDefault("lane", ""))))
                .map(service -> Fault.at(
                        ping.document(),
                        STAMPS + "lane",
                        "one of the lanes %s that %s serves".formatted(cluster.lanes(service), ping.sink()),
                        "correct it, or the sink: the function refuses pings of other lanes")));
    }

    private static Stream<Fault> topic(Cluster cluster) {
        return cluster.all(PingSource.class).stream()
                .filter(not(ping -> Optional.ofNullable(ping.stamps().get("topic"))
                        .flatMap(TopicLaw::of)
                        .map(TopicLaw::lane)
                        .equals(Optional.ofNullable(ping.stamps().get("lane")))))
                .map(ping -> Fault.at(
                        ping.document(),
                        STAMPS + "topic",
                        "a topic of the lane that is stamped beside it",
                        "correct it: a ping that is refused goes to that topic's dead letters"));
    }
}
