package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Document;

/// Secrets that Strimzi makes itself: a user's credentials under the user's name, a cluster's certificates.
final class OperatorSecrets {

    private static final String STRIMZI = "kafka.strimzi.io";

    private OperatorSecrets() {}

    static boolean make(Cluster cluster, String name) {
        return cluster.documents().stream()
                .anyMatch(each -> each.is(STRIMZI, "KafkaUser") && each.name().equals(name)
                        || each.is(STRIMZI, "Kafka") && name.equals(certificates(each)));
    }

    private static String certificates(Document kafka) {
        return kafka.name() + "-cluster-ca-cert";
    }
}
