package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Document;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// Of two documents of one name, the one that is applied last wins. Those of two trees must be the same in both.
final class Uniqueness {

    static final List<Rule> RULES = List.of(Rule.ofCluster("one-of-a-name", Uniqueness::once));

    private Uniqueness() {}

    private static Stream<Fault> once(Cluster cluster) {
        var first = new HashMap<String, Document>();
        return cluster.documents().stream().flatMap(each -> {
            var before = first.putIfAbsent(each.group() + each.namespace() + each, each);
            return before == null || before.body().equals(each.body())
                    ? Stream.empty()
                    : Stream.of(Fault.of(
                            each,
                            "/metadata/name",
                            "'%s', which %s has too, with another content".formatted(each.name(), before.source()),
                            "there once, or twice the same",
                            "remove one of them, or give it another name"));
        });
    }
}
