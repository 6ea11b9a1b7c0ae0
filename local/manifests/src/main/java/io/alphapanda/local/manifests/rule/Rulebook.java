package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import java.util.List;
import java.util.stream.Stream;

/// Every rule.
public final class Rulebook {

    public static final List<Rule> RULES = Stream.of(
                    SourceValues.RULES,
                    SourceWiring.RULES,
                    Timeouts.RULES,
                    Scaling.RULES,
                    Flow.RULES,
                    Pings.RULES,
                    Doors.RULES,
                    Isolation.RULES,
                    References.RULES,
                    Images.RULES,
                    Security.RULES,
                    Settings.RULES,
                    Network.RULES,
                    Metrics.RULES,
                    Monitoring.RULES,
                    Uniqueness.RULES)
            .flatMap(List::stream)
            .toList();

    private Rulebook() {}

    /// What is wrong with what is deployed together.
    public static List<Finding> check(Cluster cluster) {
        return RULES.stream().flatMap(each -> each.findings(cluster).stream()).toList();
    }

    /// What is wrong with documents that are parts of something: only what each says by itself is judged.
    public static List<Finding> checkParts(Cluster cluster) {
        return RULES.stream()
                .filter(each -> each.scope() == Rule.Scope.DOCUMENT)
                .flatMap(each -> each.findings(cluster).stream())
                .toList();
    }
}
