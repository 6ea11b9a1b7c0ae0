package io.alphapanda.local.manifests.rule;

import static io.alphapanda.local.manifests.rule.Planting.drop;
import static io.alphapanda.local.manifests.rule.Planting.set;

import io.alphapanda.local.manifests.Container;
import io.alphapanda.local.manifests.Document;
import java.util.List;
import java.util.function.BiConsumer;

/// Errors in pods, settings, policies and monitoring.
final class HousePlants {

    private static final String RAW = "paper.signals.raw";
    private static final String SECURITY = "/securityContext/";

    static final List<Plant> REFERENCES = List.of(
            inRoom(
                    "config-map-exists",
                    "all of none",
                    "the name of a ConfigMap",
                    (p, c) -> set(
                            c.document(), c.at() + "/envFrom", "json:[{\"configMapRef\": {\"name\": \"nothing\"}}]")),
            inRoom(
                    "config-map-exists",
                    "a key there is not",
                    "a key of ConfigMap/house",
                    (p, c) -> add(
                            c,
                            "{\"name\": \"TZ\", \"valueFrom\": {\"configMapKeyRef\": {\"name\": \"%s\", \"key\": \"TZ\"}}}"
                                    .formatted(houseMap(p).name()))),
            inRoom(
                    "config-map-exists",
                    "a projected volume of none",
                    "projected.sources[0].configMap.name",
                    (p, c) -> set(
                            c.document(),
                            c.podSpec() + "/volumes/-",
                            "json:{\"name\": \"x\", \"projected\": {\"sources\": [{\"configMap\": {\"name\": \"nothing\"}}]}}")),
            inRoom(
                    "secret-exists",
                    "a key there is not",
                    "a key of Secret/database",
                    (p, c) -> add(
                            c,
                            "{\"name\": \"PANDA_SECRETS_KEY\", \"valueFrom\": {\"secretKeyRef\": {\"name\": \"database\", \"key\": \"x\"}}}")),
            inRoom(
                    "secret-exists",
                    "all of none",
                    "the name of a Secret",
                    (p, c) ->
                            set(c.document(), c.at() + "/envFrom/-", "json:{\"secretRef\": {\"name\": \"nothing\"}}")),
            inRoom(
                    "service-account-exists",
                    "nobody's",
                    "serviceAccountName is 'nobody'",
                    (p, c) -> set(c.document(), c.podSpec() + "/serviceAccountName", "nobody")),
            inRoom(
                    "volume-claim-exists",
                    "nobody's",
                    "claimName is 'nothing'",
                    (p, c) -> set(
                            c.document(),
                            c.podSpec() + "/volumes/-",
                            "json:{\"name\": \"x\", \"persistentVolumeClaim\": {\"claimName\": \"nothing\"}}")),
            inRoom(
                    "image-pinned",
                    "latest",
                    "'alpha-panda/risk-manager:latest'",
                    (p, c) -> set(c.document(), c.at() + "/image", "alpha-panda/risk-manager:latest")),
            inRoom(
                    "image-pinned",
                    "no tag, at a port",
                    "pinned by a tag",
                    (p, c) -> set(c.document(), c.at() + "/image", "registry:5000/alpha-panda/risk-manager")),
            Plant.of("image-of-a-room", "of no room", "of one of the rooms", p -> p.add("""
                    apiVersion: serving.knative.dev/v1
                    kind: Service
                    metadata: {name: stranger, namespace: alpha-panda}
                    spec:
                      template:
                        spec:
                          timeoutSeconds: 25
                          containers:
                            - image: alpha-panda/stranger:1
                              resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}
                              securityContext:
                                runAsNonRoot: true
                                allowPrivilegeEscalation: false
                                readOnlyRootFilesystem: true
                                capabilities: {drop: [ALL]}
                    """)),
            Plant.of("function-deployed", "without a manifest", "functions/api is without a manifest", p -> {
                var api = p.room("api").document();
                p.remove(each -> each.equals(api));
            }));

    static final List<Plant> SECURITY_CONTEXT = List.of(
            inRoom(
                    "runs-as-non-root",
                    "not said",
                    "runAsNonRoot is absent",
                    (p, c) -> drop(c.document(), c.at() + SECURITY + "runAsNonRoot")),
            inRoom(
                    "runs-as-non-root",
                    "as root",
                    "runAsUser not 0",
                    (p, c) -> set(c.document(), c.at() + SECURITY + "runAsUser", 0)),
            inRoom(
                    "root-is-read-only",
                    "writable",
                    "readOnlyRootFilesystem is 'false'",
                    (p, c) -> set(c.document(), c.at() + SECURITY + "readOnlyRootFilesystem", false)),
            inRoom(
                    "no-privilege-escalation",
                    "not said",
                    "allowPrivilegeEscalation is absent",
                    (p, c) -> drop(c.document(), c.at() + SECURITY + "allowPrivilegeEscalation")),
            inRoom(
                    "capabilities-dropped",
                    "one added",
                    "capabilities is {",
                    (p, c) -> set(c.document(), c.at() + SECURITY + "capabilities/add", "json:[\"NET_ADMIN\"]")),
            inRoom(
                    "capabilities-dropped",
                    "one alone dropped",
                    "drop: [ALL]",
                    (p, c) -> set(c.document(), c.at() + SECURITY + "capabilities/drop", "json:[\"NET_RAW\"]")),
            inRoom(
                    "only-tmp-is-writable",
                    "elsewhere",
                    "mountPath is '/var/log'",
                    (p, c) -> set(c.document(), c.at() + "/volumeMounts/0/mountPath", "/var/log")),
            inRoom(
                    "scratch-is-bounded",
                    "without a limit",
                    "sizeLimit is absent",
                    (p, c) ->
                            set(c.document(), c.podSpec() + "/volumes/-", "json:{\"name\": \"x\", \"emptyDir\": {}}")),
            inRoom(
                    "resources-are-limited",
                    "no memory limit",
                    "limits.memory is absent",
                    (p, c) -> drop(c.document(), c.at() + "/resources/limits/memory")));

    static final List<Plant> SETTINGS = List.of(
            inRoom(
                    "variable-known",
                    "misspelt",
                    "'PANDA_DELIVERY_ANSWER_IN_SECONDS'",
                    (p, c) -> add(c, "{\"name\": \"PANDA_DELIVERY_ANSWER_IN_SECONDS\", \"value\": \"20\"}")),
            Plant.of(
                    "variable-known",
                    "a key in an account's file",
                    "'panda.brokers.paper.limits.max-postion'",
                    p -> set(
                            p.first(each -> each.name().startsWith("account-paper")),
                            "/data/paper.properties",
                            "panda.brokers.paper.kind=paper\npanda.brokers.paper.limits.max-postion=1\n")),
            Plant.of(
                    "no-secret-in-the-open",
                    "in a ConfigMap",
                    "a secret in the open",
                    p -> set(houseMap(p), "/data/PANDA_DATABASE_PASSWORD", "hunter2")),
            Plant.of(
                    "no-secret-in-the-open",
                    "in an address",
                    "data.PANDA_REDIS_URL",
                    p -> set(houseMap(p), "/data/PANDA_REDIS_URL", "redis://panda:hunter2@redis:6379")),
            Plant.of(
                    "no-secret-in-the-open",
                    "in an account's file",
                    "data.paper.properties",
                    p -> set(
                            p.first(each -> each.name().startsWith("account-paper")),
                            "/data/paper.properties",
                            "panda.brokers.paper.kind=paper\npanda.brokers.paper.connection.api-secret=hunter2\n")),
            inRoom(
                    "no-secret-in-the-open",
                    "in a variable",
                    "a secret in the open",
                    (p, c) -> add(
                            c, "{\"name\": \"PANDA_BROKERS_PAPER_CONNECTION_API_SECRET\", \"value\": \"hunter2\"}")),
            Plant.of(
                    "secret-is-a-template",
                    "filled in",
                    "a value in the repository",
                    p -> set(p.first("Secret"), "/stringData/QUARKUS_REDIS_PASSWORD", "hunter2")),
            Plant.of(
                    "one-of-a-name",
                    "two that differ",
                    "with another content",
                    p -> set(p.addCopy(houseMap(p)), "/metadata/labels", "json:{\"planted\": \"true\"}")),
            Plant.of(
                    "network-denied-by-default",
                    "nothing denied",
                    "none that denies by default",
                    p -> p.remove(each -> each.name().equals("default-deny"))),
            Plant.of(
                    "internet-for-the-live-engine-alone",
                    "for everybody",
                    "Service/strategy-runner",
                    p -> set(p.first(each -> each.name().equals("internet")), "/spec/podSelector", "json:{}")),
            Plant.of(
                    "internet-for-the-live-engine-alone", "a rule without a place", "spec.egress[0]", p -> p.add("""
                    apiVersion: networking.k8s.io/v1
                    kind: NetworkPolicy
                    metadata: {name: web, namespace: alpha-panda}
                    spec:
                      podSelector: {matchLabels: {app.kubernetes.io/name: api}}
                      policyTypes: [Egress]
                      egress: [{ports: [{port: 443}]}]
                    """)));

    static final List<Plant> PINGS = List.of(
            Plant.of("ping-of-lane", "of a lane that is not served there", "extensions.lane is 'paper-b'", p -> {
                set(p.first("PingSource"), "/spec/ceOverrides/extensions/lane", "paper-b");
                set(p.first("PingSource"), "/spec/ceOverrides/extensions/topic", "paper-b.pnl.snapshots");
            }),
            Plant.of(
                    "ping-of-topic",
                    "of no topic",
                    "extensions.topic is 'snapshots'",
                    p -> set(p.first("PingSource"), "/spec/ceOverrides/extensions/topic", "snapshots")));

    static final List<Plant> MONITORING = List.of(
            Plant.of(
                    "metric-exists",
                    "a timer without its suffix",
                    "'panda_delivery_seconds'",
                    p -> set(
                            p.first("PrometheusRule"),
                            "/spec/groups/0/rules/0/expr",
                            "increase(panda_delivery_seconds[5m]) > 0")),
            Plant.of("metric-exists", "in a dashboard", "'panda_orders_total'", p -> p.add("""
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: dashboard-x, namespace: alpha-panda}
                    data: {dashboard.json: '{"expr": "rate(panda_orders_total[1m])"}'}
                    """)),
            Plant.of(
                    "monitor-shape",
                    "a misspelt field",
                    "endpoints[0].intervall",
                    p -> set(p.first("ServiceMonitor"), "/spec/endpoints/0/intervall", "15s")),
            Plant.of(
                    "alert-shape",
                    "no severity",
                    "labels.severity is absent",
                    p -> drop(p.first("PrometheusRule"), "/spec/groups/0/rules/0/labels/severity")),
            Plant.of(
                    "alert-shape",
                    "no duration",
                    "for is 'soon'",
                    p -> set(p.first("PrometheusRule"), "/spec/groups/0/rules/0/for", "soon")),
            Plant.of("monitor-finds-its-pods", "labels of none", "spec.selector is {", p -> p.add("""
                    apiVersion: monitoring.coreos.com/v1
                    kind: PodMonitor
                    metadata: {name: nothing, namespace: alpha-panda}
                    spec:
                      selector: {matchLabels: {app.kubernetes.io/name: nothing}}
                      podMetricsEndpoints: [{port: http}]
                    """)),
            Plant.of(
                    "monitor-finds-its-service",
                    "a port there is not",
                    "port is 'metrics'",
                    p -> set(p.first("ServiceMonitor"), "/spec/endpoints/0/port", "metrics")));

    private HousePlants() {}

    /// In the risk-manager of a lane.
    private static Plant inRoom(String rule, String what, String says, BiConsumer<Planting, Container> planter) {
        return Plant.of(rule, what, says, p -> planter.accept(p, p.room("risk-manager")));
    }

    private static void add(Container container, String variable) {
        set(container.document(), container.at() + "/env/-", "json:" + variable);
    }

    private static Document houseMap(Planting planting) {
        return planting.first(
                each -> each.kind().equals("ConfigMap") && each.name().startsWith("house"));
    }
}
