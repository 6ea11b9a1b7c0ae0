package io.alphapanda.local.manifests;

import java.util.Set;

/// A document by what it is for the house.
public sealed interface Resource
        permits Running,
                KafkaSource,
                KafkaSink,
                KafkaTopic,
                PingSource,
                ConfigMap,
                Secret,
                NetworkPolicy,
                OtherResource {

    /// Kinds that run pods and that Kubernetes itself knows.
    Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod");

    Document document();

    static Resource of(Document document) {
        return switch (document.group() + "/" + document.kind()) {
            case "serving.knative.dev/Service" -> new KnativeService(document);
            case "sources.knative.dev/KafkaSource" -> new KafkaSource(document);
            case "sources.knative.dev/PingSource" -> new PingSource(document);
            case "eventing.knative.dev/KafkaSink" -> new KafkaSink(document);
            case "kafka.strimzi.io/KafkaTopic" -> new KafkaTopic(document);
            case "networking.k8s.io/NetworkPolicy" -> new NetworkPolicy(document);
            case "/ConfigMap" -> new ConfigMap(document);
            case "/Secret" -> new Secret(document);
            default -> WORKLOADS.contains(document.kind()) ? new Workload(document) : new OtherResource(document);
        };
    }
}
