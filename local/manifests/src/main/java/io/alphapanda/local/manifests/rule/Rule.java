package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// One demand.
///
/// @param name  in few words, as messages show it
/// @param scope what it needs to see
/// @param check the faults it finds
public record Rule(String name, Scope scope, Function<Cluster, Stream<Fault>> check) {

    /// What a rule needs to see before it can judge.
    public enum Scope {
        /// One whole document, also by itself.
        DOCUMENT,
        /// Everything that is deployed together.
        CLUSTER
    }

    static Rule ofDocuments(String name, Function<Cluster, Stream<Fault>> check) {
        return new Rule(name, Scope.DOCUMENT, check);
    }

    static Rule ofCluster(String name, Function<Cluster, Stream<Fault>> check) {
        return new Rule(name, Scope.CLUSTER, check);
    }

    List<Finding> findings(Cluster cluster) {
        return check.apply(cluster).map(fault -> new Finding(name, fault)).toList();
    }
}
