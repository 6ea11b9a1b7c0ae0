package io.alphapanda.local.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.ConfigMap;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.KafkaSink;
import io.alphapanda.local.manifests.KafkaSource;
import io.alphapanda.local.manifests.KafkaTopic;
import io.alphapanda.local.manifests.PingSource;
import io.alphapanda.local.manifests.Resource;
import io.alphapanda.local.manifests.Running;
import io.alphapanda.local.manifests.Secret;
import io.alphapanda.local.manifests.TopicLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A lane's manifests name no other broker: not in a topic, a sink, a variable, a reference or a name.
final class Isolation {

    static final List<Rule> RULES = List.of(Rule.ofCluster("lane-names-no-other-broker", Isolation::foreign));

    /// @param at   where it stands
    /// @param text a name or a value
    private record Text(String at, String text) {}

    private Isolation() {}

    private static Stream<Fault> foreign(Cluster cluster) {
        return cluster.documents().stream().map(Resource::of).flatMap(resource -> lane(cluster, resource).stream()
                .flatMap(lane -> cluster.brokers().stream()
                        .filter(other -> !other.equals(lane))
                        .flatMap(other -> named(resource.document(), lane, other))));
    }

    private static Stream<Fault> named(Document document, String lane, String other) {
        return texts("", document.body())
                .filter(each -> names(each.text(), lane, other))
                .map(each -> Fault.of(
                        document,
                        each.at(),
                        "'" + each.text() + "'",
                        "without the broker " + other + ": it belongs to the lane " + lane,
                        "correct it, or move it to " + other + "'s manifests"));
    }

    /// Whether a text has a broker's name as a word of its own, and not as a part of the lane's own name.
    static boolean names(String text, String lane, String other) {
        var rest = lane.contains(other) ? without(text, lane) : text;
        return word(other).matcher(rest.toLowerCase(Locale.ROOT)).find();
    }

    private static String without(String text, String lane) {
        return word(lane).matcher(text.toLowerCase(Locale.ROOT)).replaceAll("·");
    }

    /// In variables `-` is `_`.
    private static Pattern word(String broker) {
        return Pattern.compile("(?<![a-z0-9])" + broker.replace("-", "[-_]") + "(?![a-z0-9])");
    }

    /// The one lane something belongs to; empty for what is shared.
    private static Optional<String> lane(Cluster cluster, Resource resource) {
        return switch (resource) {
            case KafkaSource source ->
                source.topics().stream()
                        .flatMap(each -> ofTopic(cluster, each).stream())
                        .findFirst();
            case PingSource ping ->
                Optional.ofNullable(ping.stamps().get("lane")).filter(cluster.brokers()::contains);
            case KafkaSink sink -> ofTopic(cluster, sink.topic());
            case KafkaTopic topic -> ofTopic(cluster, topic.topic());
            case Running running -> ofStage(cluster, running);
            case ConfigMap map -> ofReaders(cluster, map.document(), "configMap");
            case Secret secret -> ofReaders(cluster, secret.document(), "secret");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofTopic(Cluster cluster, String topic) {
        return TopicLaw.broker(topic).map(Broker::name).filter(cluster.brokers()::contains);
    }

    /// The brain, the feed and the read layer are shared, also where there is one lane.
    private static Optional<String> ofStage(Cluster cluster, Running running) {
        var lanes = cluster.lanes(running);
        return lanes.size() == 1
                        && running.pod()
                                .main()
                                .room()
                                .filter(TopicLaw.LANE_STAGES::contains)
                                .isPresent()
                ? Optional.of(lanes.getFirst())
                : Optional.empty();
    }

    /// Settings that one lane alone reads are that lane's.
    private static Optional<String> ofReaders(Cluster cluster, Document map, String word) {
        var lanes = cluster.running().stream()
                .filter(each -> each.document().namespace().equals(map.namespace()))
                .filter(each -> refersTo(each.document(), word, map.name()))
                .map(each -> ofStage(cluster, each))
                .distinct()
                .toList();
        return lanes.size() == 1 ? lanes.getFirst() : Optional.empty();
    }

    private static boolean refersTo(Document document, String word, String name) {
        return texts("", document.body())
                .anyMatch(each -> each.text().equals(name)
                        && each.at().matches(".*/" + word + "(KeyRef|Ref)?/(name|secretName)"));
    }

    /// Every value of a document, and the names of its fields, which in a ConfigMap are variables.
    private static Stream<Text> texts(String at, JsonNode node) {
        if (node.isValueNode()) {
            return Stream.of(new Text(at, node.asText()));
        }
        var texts = new ArrayList<Stream<Text>>();
        node.properties().forEach(each -> {
            var place = at + "/" + each.getKey().replace("~", "~0").replace("/", "~1");
            texts.add(Stream.of(new Text(place, each.getKey())));
            texts.add(texts(place, each.getValue()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            texts.add(texts(at + "/" + i, node.get(i)));
        }
        return texts.stream().flatMap(each -> each);
    }
}
