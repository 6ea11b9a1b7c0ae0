package io.alphapanda.local.manifests.rule;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Container;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.PodTemplate;
import io.alphapanda.local.manifests.Running;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What pods refer to by name: nothing but the kubelet, at night, checks that it is there.
final class References {

    static final List<Rule> RULES = List.of(
            Rule.ofCluster("config-map-exists", cluster -> maps(cluster, Kind.CONFIG_MAP)),
            Rule.ofCluster("secret-exists", cluster -> maps(cluster, Kind.SECRET)),
            Rule.ofCluster("service-account-exists", References::accounts),
            Rule.ofCluster("volume-claim-exists", References::claims));

    private enum Kind {
        CONFIG_MAP("ConfigMap", "configMapKeyRef", "configMapRef", "configMap", "name"),
        SECRET("Secret", "secretKeyRef", "secretRef", "secret", "secretName");

        private final String kind;
        private final String ofKey;
        private final String ofAll;
        private final String ofVolume;
        private final String nameInVolume;

        Kind(String kind, String ofKey, String ofAll, String ofVolume, String nameInVolume) {
            this.kind = kind;
            this.ofKey = ofKey;
            this.ofAll = ofAll;
            this.ofVolume = ofVolume;
            this.nameInVolume = nameInVolume;
        }

        /// Their keys; empty where there is no such map.
        Optional<Set<String>> keys(Cluster cluster, String namespace, String name) {
            return switch (this) {
                case CONFIG_MAP ->
                    cluster.configMap(namespace, name).map(each -> each.data().keySet());
                case SECRET -> cluster.secret(namespace, name).map(each -> each.keys());
            };
        }
    }

    /// @param name where the map's name stands
    /// @param key  where the key's name stands, if one is asked for
    private record Use(Document document, String name, Optional<String> key) {}

    private References() {}

    private static Stream<Fault> maps(Cluster cluster, Kind kind) {
        return cluster.running().stream()
                .flatMap(each -> uses(each.pod(), kind))
                .filter(use ->
                        !use.document().at(parent(use.name()) + "/optional").asBoolean())
                .flatMap(use -> missing(cluster, kind, use).stream());
    }

    private static Stream<Use> uses(PodTemplate pod, Kind kind) {
        var document = pod.document();
        var variables = pod.containers().stream()
                .flatMap(each -> each.variables().stream())
                .map(at -> at + "/valueFrom/" + kind.ofKey)
                .map(at -> new Use(document, at + "/name", Optional.of(at + "/key")));
        var whole = pod.containers().stream()
                .map(Container::sources)
                .flatMap(List::stream)
                .map(at -> new Use(document, at + "/" + kind.ofAll + "/name", Optional.empty()));
        var volumes =
                pod.volumes().stream().flatMap(at -> ofVolume(document, at + "/" + kind.ofVolume, kind.nameInVolume));
        var projected = pod.volumes().stream()
                .map(at -> at + "/projected/sources")
                .flatMap(at -> each(document, at))
                .flatMap(at -> ofVolume(document, at + "/" + kind.ofVolume, "name"));
        return Stream.of(variables, whole, volumes, projected)
                .flatMap(each -> each)
                .filter(use -> document.text(use.name()).isPresent());
    }

    private static Stream<Use> ofVolume(Document document, String at, String nameField) {
        var name = at + "/" + nameField;
        return document.at(at + "/items").isEmpty()
                ? Stream.of(new Use(document, name, Optional.empty()))
                : each(document, at + "/items").map(item -> new Use(document, name, Optional.of(item + "/key")));
    }

    private static Stream<String> each(Document document, String list) {
        return IntStream.range(0, document.at(list).size()).mapToObj(i -> list + "/" + i);
    }

    private static Optional<Fault> missing(Cluster cluster, Kind kind, Use use) {
        var document = use.document();
        var name = document.text(use.name()).orElseThrow();
        if (kind == Kind.SECRET && OperatorSecrets.make(cluster, name)) {
            return Optional.empty();
        }
        var keys = kind.keys(cluster, document.namespace(), name);
        if (keys.isEmpty()) {
            return Optional.of(Fault.at(
                    document,
                    use.name(),
                    "the name of a %s that is deployed with it".formatted(kind.kind),
                    "add it, or correct the name"));
        }
        return use.key()
                .filter(at -> !keys.get().contains(document.text(at).orElse("")))
                .map(at -> Fault.at(
                        document,
                        at,
                        "a key of %s/%s: %s".formatted(kind.kind, name, keys.get()),
                        "add it there, or correct the key"));
    }

    private static String parent(String at) {
        return at.substring(0, at.lastIndexOf('/'));
    }

    private static Stream<Fault> accounts(Cluster cluster) {
        return cluster.running().stream()
                .map(Running::pod)
                .map(pod -> new Use(pod.document(), pod.spec() + "/serviceAccountName", Optional.empty()))
                .filter(use -> use.document()
                        .text(use.name())
                        .filter(name -> !name.equals("default"))
                        .filter(name -> !cluster.has(
                                "", "ServiceAccount", use.document().namespace(), name))
                        .isPresent())
                .map(use -> Fault.at(
                        use.document(),
                        use.name(),
                        "the name of a ServiceAccount that is deployed with it",
                        "add it, or correct the name"));
    }

    private static Stream<Fault> claims(Cluster cluster) {
        return cluster.running().stream()
                .map(Running::pod)
                .flatMap(pod -> pod.volumes().stream()
                        .map(at -> new Use(pod.document(), at + "/persistentVolumeClaim/claimName", Optional.empty())))
                .filter(use -> use.document()
                        .text(use.name())
                        .filter(name -> !cluster.has(
                                "", "PersistentVolumeClaim", use.document().namespace(), name))
                        .isPresent())
                .map(use -> Fault.at(
                        use.document(),
                        use.name(),
                        "the name of a PersistentVolumeClaim that is deployed with it",
                        "add it, or correct the name"));
    }
}
