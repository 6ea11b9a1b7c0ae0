package io.alphapanda.local.manifests.rule;

import static io.alphapanda.local.manifests.rule.Planting.drop;
import static io.alphapanda.local.manifests.rule.Planting.set;

import java.util.List;

/// Errors in sources, sinks and topics.
final class SourcePlants {

    private static final String RAW = "paper.signals.raw";
    private static final String FILLED = "paper.orders.filled";
    private static final String LIVE = "zerodha.signals.validated";
    private static final String TICKS = "market.equity.ticks";
    private static final String EVENTING = "/metadata/annotations/autoscaling.eventing.knative.dev~1";
    private static final String SERVING = "/spec/template/metadata/annotations/autoscaling.knative.dev~1";

    static final List<Plant> VALUES = List.of(
            Plant.of(
                    "source-ordering",
                    "a word of its own",
                    "spec.ordering is 'sorted'",
                    p -> set(p.source(RAW), "/spec/ordering", "sorted")),
            Plant.of(
                    "source-ordering",
                    "left to the default",
                    "spec.ordering is absent",
                    p -> drop(p.source(RAW), "/spec/ordering")),
            Plant.of(
                    "source-initial-offset",
                    "a word of its own",
                    "spec.initialOffset is 'newest'",
                    p -> set(p.source(RAW), "/spec/initialOffset", "newest")),
            Plant.of(
                    "delivery-whole",
                    "no dead letters",
                    "deadLetterSink is absent",
                    p -> drop(p.source(RAW), "/spec/delivery/deadLetterSink")),
            Plant.of(
                    "delivery-whole",
                    "no timeout",
                    "timeout is absent",
                    p -> drop(p.source(RAW), "/spec/delivery/timeout")),
            Plant.of(
                    "delivery-backoff-policy",
                    "misspelt",
                    "'exponetial'",
                    p -> set(p.source(RAW), "/spec/delivery/backoffPolicy", "exponetial")),
            Plant.of(
                    "delivery-durations",
                    "not ISO",
                    "backoffDelay is '100ms'",
                    p -> set(p.source(RAW), "/spec/delivery/backoffDelay", "100ms")),
            Plant.of(
                            "delivery-durations",
                            "nothing",
                            "timeout is 'PT0S'",
                            p -> set(p.source(RAW), "/spec/delivery/timeout", "PT0S"))
                    .and("timeout-source-longer"),
            Plant.of("delivery-long-enough", "gives up after seven minutes", "PT6M49.4S", p -> {
                set(p.source(RAW), "/spec/delivery/backoffPolicy", "exponential");
                set(p.source(RAW), "/spec/delivery/backoffDelay", "PT0.1S");
                set(p.source(RAW), "/spec/delivery/retry", 11);
            }),
            Plant.of(
                            "source-one-topic",
                            "two topics",
                            "spec.topics is [",
                            p -> set(p.source(RAW), "/spec/topics/-", "paper.signals.validated"))
                    .and("stage-of-topic", "stamps-of-topic", "one-door", "consumer-group-of-stage"));

    static final List<Plant> WIRING = List.of(
            Plant.of(
                            "topic-exists",
                            "a source of no topic",
                            "spec.topics[0] is 'paper.signals.raw'",
                            p -> p.remove(each -> each.name().equals(RAW)))
                    .and("lane-has-its-topics"),
            Plant.of(
                            "topic-exists",
                            "dead letters into no topic",
                            "spec.topic is 'paper.signals.raw.dlq'",
                            p -> p.remove(each -> each.name().equals(RAW + ".dlq")))
                    .and("topic-has-dead-letters"),
            Plant.of(
                    "lane-has-its-topics",
                    "a topic nobody reads yet",
                    "paper.orders.ack",
                    p -> p.remove(each -> each.name().equals("paper.orders.ack"))),
            Plant.of(
                    "topic-has-dead-letters",
                    "none",
                    "paper.orders.ack.dlq",
                    p -> p.remove(each -> each.name().equals("paper.orders.ack.dlq"))),
            Plant.of(
                    "dead-letters-of-topic",
                    "another topic's",
                    "a KafkaSink that writes to paper.signals.raw.dlq",
                    p -> set(
                            p.source(RAW),
                            "/spec/delivery/deadLetterSink/ref/name",
                            p.source(FILLED)
                                    .text("/spec/delivery/deadLetterSink/ref/name")
                                    .orElseThrow())),
            Plant.of(
                    "sink-resolves",
                    "no such Service",
                    "'Service/nobody'",
                    p -> set(p.source(RAW), "/spec/sink/ref/name", "nobody")),
            Plant.of(
                    "sink-resolves",
                    "no such KafkaSink",
                    "'KafkaSink/nobody'",
                    p -> set(p.source(RAW), "/spec/delivery/deadLetterSink/ref/name", "nobody")),
            Plant.of(
                    "sink-resolves",
                    "a KafkaSink of another group",
                    "KafkaSink of eventing.knative.dev",
                    p -> set(
                            p.source(RAW), "/spec/delivery/deadLetterSink/ref/apiVersion", "eventing.knative.dev2/v1")),
            Plant.of("sink-resolves", "a PingSource to nobody", "'Service/nobody'", p -> p.add("""
                    apiVersion: sources.knative.dev/v1
                    kind: PingSource
                    metadata: {name: ping, namespace: alpha-panda}
                    spec:
                      ceOverrides: {extensions: {lane: paper, topic: paper.pnl.snapshots}}
                      sink: {ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: nobody}}
                    """)),
            Plant.of(
                    "consumers-within-partitions",
                    "more than read",
                    "at most the 4 partitions",
                    p -> set(p.source(RAW), "/spec/consumers", 5)),
            Plant.of(
                    "consumers-within-partitions",
                    "KEDA's",
                    "1, at most 9",
                    p -> set(p.source(RAW), EVENTING + "max-scale", "9")));

    static final List<Plant> TIME = List.of(
            Plant.of(
                    "timeout-source-longer",
                    "gives up first",
                    "timeout is 'PT25S'",
                    p -> set(p.source(RAW), "/spec/delivery/timeout", "PT25S")),
            Plant.of(
                    "timeout-service-longer",
                    "gives up first",
                    "timeoutSeconds is '20'",
                    p -> set(p.serviceOf(RAW), "/spec/template/spec/timeoutSeconds", 20)),
            Plant.of(
                    "scaling-annotation-known",
                    "misspelt",
                    "'autoscaling.knative.dev/minScale'",
                    p -> set(p.serviceOf(RAW), SERVING + "minScale", "1")),
            Plant.of(
                    "scaling-annotation-known",
                    "beside the template",
                    "on the template",
                    p -> set(
                            p.serviceOf(RAW),
                            "/metadata/annotations",
                            "json:{\"autoscaling.knative.dev/min-scale\": \"1\"}")),
            Plant.of(
                    "scaling-annotation-known",
                    "the documentation's misprint",
                    "activation-lag-treshold",
                    p -> set(p.source(RAW), EVENTING + "activation-lag-treshold", "1")),
            Plant.of(
                    "scaling-annotation-value",
                    "no number",
                    "min-scale is 'one'",
                    p -> set(p.serviceOf(RAW), SERVING + "min-scale", "one")),
            Plant.of(
                    "scaling-annotation-value",
                    "no duration",
                    "scale-down-delay is '5'",
                    p -> set(p.serviceOf(RAW), SERVING + "scale-down-delay", "5")),
            Plant.of(
                    "scaling-bounds",
                    "more at least than at most",
                    "min-scale above max-scale",
                    p -> set(p.source(RAW), EVENTING + "min-scale", "5")),
            Plant.of(
                    "live-lane-stays-up",
                    "its source sleeps",
                    "min-scale 0",
                    p -> set(p.source(LIVE), EVENTING + "min-scale", "0")),
            Plant.of(
                    "live-lane-stays-up",
                    "its engine sleeps",
                    "it serves the live lane zerodha",
                    p -> set(p.serviceOf(LIVE), SERVING + "min-scale", "0")));

    static final List<Plant> FLOW = List.of(
            Plant.of(
                    "ordering-of-topic",
                    "fills in any order",
                    "ordered for paper.orders.filled",
                    p -> set(p.source(FILLED), "/spec/ordering", "unordered")),
            Plant.of(
                    "ordering-of-topic",
                    "signals in order",
                    "unordered for paper.signals.raw",
                    p -> set(p.source(RAW), "/spec/ordering", "ordered")),
            Plant.of("topic-of-house", "an asset class there is none of", "'market.stocks.ticks'", p -> {
                set(p.topic(TICKS), "/metadata/name", "market.stocks.ticks");
                set(p.topic(TICKS + ".dlq"), "/metadata/name", "market.stocks.ticks.dlq");
                var source = p.source(TICKS);
                set(source, "/spec/topics/0", "market.stocks.ticks");
                set(
                        p.first(each -> each.kind().equals("KafkaSink")
                                && each.text("/spec/topic").orElse("").equals(TICKS + ".dlq")),
                        "/spec/topic",
                        "market.stocks.ticks.dlq");
            }),
            Plant.of(
                    "stamps-of-topic",
                    "another lane",
                    "extensions.lane is 'market'",
                    p -> set(p.source(RAW), "/spec/ceOverrides/extensions/lane", "market")),
            Plant.of(
                    "stamps-of-topic",
                    "no topic",
                    "extensions.topic is absent",
                    p -> drop(p.source(RAW), "/spec/ceOverrides/extensions/topic")),
            Plant.of(
                    "consumer-group-set",
                    "made up",
                    "spec.consumerGroup is absent",
                    p -> drop(p.source(RAW), "/spec/consumerGroup")),
            Plant.of(
                            "consumer-group-unique",
                            "another source's",
                            "has it too",
                            p -> set(
                                    p.source(RAW),
                                    "/spec/consumerGroup",
                                    p.source(FILLED).text("/spec/consumerGroup").orElseThrow()))
                    .and("consumer-group-of-stage"),
            Plant.of(
                    "consumer-group-of-stage",
                    "its own idea",
                    "alpha-panda.risk-manager.paper-signals-raw",
                    p -> set(p.source(RAW), "/spec/consumerGroup", "mine")),
            Plant.of(
                    "stage-of-topic",
                    "signals to the books",
                    "a risk-manager, which reads",
                    p -> set(
                            p.source(RAW),
                            "/spec/sink/ref/name",
                            p.serviceOf(FILLED).name())),
            Plant.of("lane-served", "not in ACTIVE_BROKERS", "whose ACTIVE_BROKERS names paper", p -> {
                        var container = p.cluster()
                                .service(p.cluster().sources().stream()
                                        .filter(each -> each.topics().contains(RAW))
                                        .findFirst()
                                        .orElseThrow()
                                        .sink())
                                .orElseThrow()
                                .pod()
                                .main();
                        set(container.document(), container.variables().getFirst() + "/value", "zerodha");
                    })
                    .and("lane-names-no-other-broker"),
            Plant.of("one-door", "none", "0 doors", p -> p.remove(each -> each.equals(p.source(RAW)))),
            Plant.of("one-door", "two", "2 doors", p -> {
                var container = p.cluster()
                        .service(p.cluster().sources().stream()
                                .filter(each -> each.topics().contains(RAW))
                                .findFirst()
                                .orElseThrow()
                                .sink())
                        .orElseThrow()
                        .pod()
                        .main();
                set(container.document(), container.variables().get(1) + "/value", "stream");
            }),
            Plant.of(
                            "lane-names-no-other-broker",
                            "a sink across",
                            "without the broker zerodha",
                            p -> set(
                                    p.source(RAW),
                                    "/spec/sink/ref/name",
                                    p.serviceOf("zerodha.signals.raw").name()))
                    .and("lane-served"),
            Plant.of("lane-names-no-other-broker", "a variable across", "PANDA_BROKERS_ZERODHA_KIND", p -> {
                var service = p.serviceOf(RAW);
                set(
                        service,
                        "/spec/template/spec/containers/0/env/-",
                        "json:{\"name\": \"PANDA_BROKERS_ZERODHA_KIND\", \"value\": \"x\"}");
            }));

    private SourcePlants() {}
}
