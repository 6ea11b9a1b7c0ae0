package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.ConfigMap;
import io.alphapanda.local.manifests.Document;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names in dashboards and alert rules: an expression over a series that is not there is silent for ever.
final class Metrics {

    private static final Pattern SERIES = Pattern.compile("\\bpanda_[a-z_]+\\b");

    static final List<Rule> RULES = List.of(Rule.ofDocuments("metric-exists", Metrics::exist));

    private Metrics() {}

    private static Stream<Fault> exist(Cluster cluster) {
        return cluster.documents().stream()
                .flatMap(document -> texts(document).entrySet().stream().flatMap(text -> SERIES.matcher(text.getValue())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .filter(each -> !cluster.house().series().contains(each))
                        .map(each -> Fault.of(
                                document,
                                text.getKey(),
                                "'" + each + "'",
                                "a series of docs/reference/metrics.md",
                                "correct it: a timer has _count, _sum and _max, a histogram _bucket besides"))));
    }

    private static Map<String, String> texts(Document document) {
        var texts = new TreeMap<String, String>();
        if (document.is("", "ConfigMap")) {
            new ConfigMap(document).data().forEach((key, value) -> texts.put("/data/" + key.replace("/", "~1"), value));
        }
        if (document.group().equals("monitoring.coreos.com")) {
            texts.put("/spec", document.at("/spec").toString());
        }
        return texts;
    }
}
