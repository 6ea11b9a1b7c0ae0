package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Delivery;
import io.alphapanda.local.manifests.KafkaSource;
import io.alphapanda.local.manifests.KnativeService;
import java.util.List;
import java.util.stream.Stream;

/// Who waits for whom: the source longer than the Service, and that longer than the function takes to answer. Otherwise
/// the same event is decided while its first attempt is still at work, time and again.
final class Timeouts {

    private static final String ANSWER_WITHIN = "PANDA_DELIVERY_ANSWER_WITHIN_SECONDS";

    static final List<Rule> RULES = List.of(
            Rule.ofCluster("timeout-source-longer", Timeouts::source),
            Rule.ofCluster("timeout-service-longer", Timeouts::service));

    private Timeouts() {}

    private static Stream<Fault> source(Cluster cluster) {
        return cluster.sources().stream().flatMap(source -> cluster.service(source.sink()).stream()
                .filter(service -> !waitsLongEnough(source, service))
                .map(service -> Fault.at(
                        source.document(),
                        Delivery.AT + "/timeout",
                        "longer than the %d s of %s (timeoutSeconds)"
                                .formatted(service.timeoutSeconds(), service.document()),
                        "raise it, or lower timeoutSeconds")));
    }

    private static boolean waitsLongEnough(KafkaSource source, KnativeService service) {
        return source.delivery()
                .timeout()
                .map(each -> each.toSeconds() > service.timeoutSeconds())
                .orElse(true);
    }

    private static Stream<Fault> service(Cluster cluster) {
        return cluster.all(KnativeService.class).stream()
                .filter(each -> each.timeoutSeconds() <= answerWithin(cluster, each))
                .map(each -> Fault.at(
                        each.document(),
                        KnativeService.TIMEOUT,
                        "longer than the %d s within which the function answers (%s)"
                                .formatted(answerWithin(cluster, each), ANSWER_WITHIN),
                        "raise it, or lower " + ANSWER_WITHIN));
    }

    private static int answerWithin(Cluster cluster, KnativeService service) {
        return cluster.environment(service.pod().main())
                .get(ANSWER_WITHIN)
                .filter(each -> each.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(cluster.house().answerWithin());
    }
}
