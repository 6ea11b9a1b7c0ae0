package io.alphapanda.local.manifests.rule;

import static java.util.function.Predicate.not;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.KafkaSource;
import io.alphapanda.local.manifests.KnativeService;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Annotations that scale. Nobody checks their names: a misspelt one is kept and does nothing.
final class Scaling {

    private static final String SERVING = "autoscaling.knative.dev/";
    private static final String EVENTING = "autoscaling.eventing.knative.dev/";

    private static final String WHOLE = "\\d{1,6}";
    private static final String DURATION = "(0|(\\d+(\\.\\d+)?(s|m|h))+)";

    /// On the template of a Knative Service.
    private static final Map<String, String> OF_SERVICE = Map.ofEntries(
            Map.entry("class", "(kpa|hpa)\\.autoscaling\\.knative\\.dev"),
            Map.entry("metric", "concurrency|rps|cpu|memory"),
            Map.entry("target", "[1-9]\\d{0,5}(\\.\\d+)?|0\\.\\d+"),
            Map.entry("target-utilization-percentage", "[1-9]\\d?|100"),
            Map.entry("target-burst-capacity", "-1|" + WHOLE),
            Map.entry("min-scale", WHOLE),
            Map.entry("max-scale", WHOLE),
            Map.entry("initial-scale", WHOLE),
            Map.entry("activation-scale", "[1-9]\\d{0,5}"),
            Map.entry("scale-down-delay", DURATION),
            Map.entry("scale-to-zero-pod-retention-period", DURATION),
            Map.entry("window", DURATION),
            Map.entry("panic-window-percentage", "[1-9]\\d?(\\.\\d+)?|100(\\.0)?"),
            Map.entry("panic-threshold-percentage", "\\d{3,4}(\\.\\d+)?"));

    /// On a KafkaSource, for KEDA.
    private static final Map<String, String> OF_SOURCE = Map.of(
            "class", "keda\\.autoscaling\\.knative\\.dev|disabled",
            "min-scale", WHOLE,
            "max-scale", "[1-9]\\d{0,5}",
            "polling-interval", WHOLE,
            "cooldown-period", WHOLE,
            "lag-threshold", "[1-9]\\d{0,5}",
            "activation-lag-threshold", WHOLE);

    static final List<Rule> RULES = List.of(
            Rule.ofDocuments("scaling-annotation-known", Scaling::known),
            Rule.ofDocuments("scaling-annotation-value", Scaling::values),
            Rule.ofDocuments("scaling-bounds", Scaling::bounds),
            Rule.ofCluster("live-lane-stays-up", Scaling::live));

    private Scaling() {}

    private static Stream<Fault> known(Cluster cluster) {
        return scaled(cluster)
                .filter(not(each -> each.known().containsKey(each.knob())))
                .map(each -> Fault.of(
                        each.document(),
                        each.at(),
                        "'" + each.name() + "'",
                        each.known().isEmpty()
                                ? "on the template of a Knative Service (%s), or on a KafkaSource (%s)"
                                        .formatted(SERVING, EVENTING)
                                : "one of " + new TreeSet<>(each.known().keySet()),
                        "correct or remove it: nobody reads it there"));
    }

    private static Stream<Fault> values(Cluster cluster) {
        return scaled(cluster)
                .filter(each -> each.known().containsKey(each.knob()))
                .filter(not(each -> each.value().matches(each.known().get(each.knob()))))
                .map(each -> Fault.of(
                        each.document(),
                        each.at(),
                        "'" + each.value() + "'",
                        "of the form " + each.known().get(each.knob()),
                        "correct " + each.name()));
    }

    private static Stream<Fault> bounds(Cluster cluster) {
        var services = cluster.all(KnativeService.class).stream()
                .filter(each ->
                        each.maxScale().filter(max -> max < each.minScale()).isPresent())
                .map(KnativeService::document);
        var sources = cluster.sources().stream()
                .filter(each -> each.maxConsumers() < each.minConsumers())
                .map(KafkaSource::document);
        return Stream.concat(services, sources)
                .map(each -> Fault.of(
                        each,
                        "/metadata/annotations",
                        "min-scale above max-scale",
                        "min-scale ≤ max-scale",
                        "lower it"));
    }

    /// A live lane whose pods have to start first misses its price.
    private static Stream<Fault> live(Cluster cluster) {
        return cluster.sources().stream()
                .filter(source -> cluster.brokers().contains(source.lane()) && cluster.isLive(source.lane()))
                .flatMap(source -> Stream.concat(
                        source.minConsumers() < 1 ? Stream.of(idle(source)) : Stream.empty(),
                        cluster.service(source.sink()).stream()
                                .filter(each -> each.minScale() < 1)
                                .map(each -> idle(each, source))));
    }

    private static Fault idle(KafkaSource source) {
        return Fault.of(
                source.document(),
                "/metadata/annotations",
                "min-scale " + source.minConsumers(),
                "at least 1: the lane is live",
                "write " + EVENTING + "min-scale: \"1\"");
    }

    private static Fault idle(KnativeService service, KafkaSource source) {
        return Fault.of(
                service.document(),
                "/spec/template/metadata/annotations",
                "min-scale " + service.minScale(),
                "at least 1: it serves the live lane " + source.lane(),
                "write " + SERVING + "min-scale: \"1\"");
    }

    /// One annotation that scales.
    ///
    /// @param known the knobs read in that place
    private record Knob(Document document, String at, String name, String value, Map<String, String> known) {

        String knob() {
            return name.substring(name.indexOf('/') + 1);
        }
    }

    private static Stream<Knob> scaled(Cluster cluster) {
        var templates = cluster.running().stream()
                .filter(each -> !each.pod().at().isEmpty())
                .flatMap(each -> {
                    var at = each.pod().at() + "/metadata/annotations";
                    var known = each instanceof KnativeService ? OF_SERVICE : Map.<String, String>of();
                    return Stream.concat(
                            knobs(each.document(), at, SERVING, known), knobs(each.document(), at, EVENTING, Map.of()));
                });
        var documents = cluster.documents().stream().flatMap(each -> {
            var at = "/metadata/annotations";
            var known = each.is("sources.knative.dev", "KafkaSource") ? OF_SOURCE : Map.<String, String>of();
            return Stream.concat(knobs(each, at, SERVING, Map.of()), knobs(each, at, EVENTING, known));
        });
        return Stream.concat(templates, documents);
    }

    private static Stream<Knob> knobs(Document document, String at, String prefix, Map<String, String> known) {
        return document.map(at).entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> new Knob(
                        document, at + "/" + each.getKey().replace("/", "~1"), each.getKey(), each.getValue(), known));
    }
}
