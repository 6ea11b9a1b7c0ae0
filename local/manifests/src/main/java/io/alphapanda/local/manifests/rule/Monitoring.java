package io.alphapanda.local.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.Labels;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Kinds whose schemas we do not have, those of Prometheus' operator: their shape, as far as we use it.
final class Monitoring {

    /// The group whose documents are checked here instead of against a schema.
    static final String GROUP = "monitoring.coreos.com";

    private static final Set<String> ENDPOINT =
            Set.of("port", "path", "interval", "scrapeTimeout", "scheme", "relabelings", "metricRelabelings");
    private static final Set<String> ALERT = Set.of("alert", "record", "expr", "for", "labels", "annotations");
    private static final Pattern DURATION = Pattern.compile("\\d+(ms|s|m|h|d)");

    static final List<Rule> RULES = List.of(
            Rule.ofDocuments("monitor-shape", Monitoring::monitors),
            Rule.ofDocuments("alert-shape", Monitoring::alerts),
            Rule.ofCluster("monitor-finds-its-service", Monitoring::finds),
            Rule.ofCluster("monitor-finds-its-pods", Monitoring::findsPods));

    private Monitoring() {}

    private static Stream<Fault> monitors(Cluster cluster) {
        return all(cluster, "ServiceMonitor", "PodMonitor").flatMap(document -> {
            var list = document.kind().equals("PodMonitor") ? "/spec/podMetricsEndpoints" : "/spec/endpoints";
            return Stream.concat(
                    document.at("/spec/selector").isObject()
                                    && !document.at(list).isEmpty()
                            ? Stream.empty()
                            : Stream.of(Fault.at(document, "/spec", "a selector and " + list.substring(6), "add them")),
                    each(document, list)
                            .flatMap(at -> Stream.concat(
                                    unknown(document, at, ENDPOINT), wrongDuration(document, at + "/interval"))));
        });
    }

    private static Stream<Fault> alerts(Cluster cluster) {
        return all(cluster, "PrometheusRule").flatMap(document -> each(document, "/spec/groups")
                .flatMap(group -> each(document, group + "/rules"))
                .flatMap(rule -> Stream.of(
                                unknown(document, rule, ALERT),
                                wrongDuration(document, rule + "/for"),
                                needed(document, rule + "/expr"),
                                document.at(rule).has("record")
                                        ? Stream.<Fault>empty()
                                        : Stream.of("/alert", "/labels/severity", "/annotations/summary")
                                                .flatMap(each -> needed(document, rule + each)))
                        .flatMap(each -> each)));
    }

    private static Stream<Fault> needed(Document document, String at) {
        return document.text(at).filter(each -> !each.isBlank()).isPresent()
                ? Stream.empty()
                : Stream.of(Fault.at(document, at, "set", "say it: whoever is woken reads this"));
    }

    private static Stream<Fault> unknown(Document document, String at, Set<String> known) {
        return document.at(at).properties().stream()
                .map(each -> each.getKey())
                .filter(each -> !known.contains(each))
                .map(each -> Fault.at(
                        document,
                        at + "/" + each,
                        "one of " + known.stream().sorted().toList(),
                        "correct it"));
    }

    private static Stream<Fault> wrongDuration(Document document, String at) {
        return document.text(at).filter(each -> !DURATION.matcher(each).matches()).stream()
                .map(_ -> Fault.at(document, at, "a duration such as 30s or 5m", "correct it"));
    }

    private static Stream<Fault> finds(Cluster cluster) {
        return all(cluster, "ServiceMonitor").flatMap(monitor -> each(monitor, "/spec/endpoints")
                .filter(at -> services(cluster, monitor)
                        .noneMatch(service ->
                                hasPort(service, monitor.text(at + "/port").orElse(""))))
                .map(at -> Fault.at(
                        monitor,
                        at + "/port",
                        "the name of a port of a Service that its selector finds",
                        "correct the selector or the port: Prometheus says nothing of a monitor that finds nothing")));
    }

    /// Kafka's pods are its operator's, and not among the documents.
    private static Stream<Fault> findsPods(Cluster cluster) {
        return all(cluster, "PodMonitor")
                .filter(monitor -> !monitor.at("/spec/selector").toString().contains("strimzi.io/"))
                .filter(monitor -> cluster.running().stream()
                        .noneMatch(each -> Labels.match(
                                monitor.at("/spec/selector"), each.pod().labels())))
                .map(monitor -> Fault.at(
                        monitor,
                        "/spec/selector",
                        "one that finds pods",
                        "correct it: Prometheus says nothing of a monitor that finds nothing"));
    }

    private static Stream<Document> services(Cluster cluster, Document monitor) {
        return cluster.documents().stream()
                .filter(each -> each.is("", "Service"))
                .filter(each -> Labels.match(monitor.at("/spec/selector"), each.labels()));
    }

    private static boolean hasPort(Document service, String port) {
        JsonNode ports = service.at("/spec/ports");
        return StreamSupport.stream(ports.spliterator(), false)
                .anyMatch(each -> each.path("name").asText().equals(port));
    }

    private static Stream<Document> all(Cluster cluster, String... kinds) {
        return cluster.documents().stream()
                .filter(each -> each.group().equals(GROUP) && Set.of(kinds).contains(each.kind()));
    }

    private static Stream<String> each(Document document, String list) {
        return IntStream.range(0, document.at(list).size()).mapToObj(i -> list + "/" + i);
    }
}
