package io.alphapanda.local.manifests.rule;

import static java.util.function.Predicate.not;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Container;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.Running;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a container may do on its node: as little as it can work with.
final class Security {

    private static final String CONTEXT = "/securityContext/";

    static final List<Rule> RULES = List.of(
            Rule.ofDocuments("runs-as-non-root", Security::nonRoot),
            Rule.ofDocuments("root-is-read-only", Security::readOnlyRoot),
            Rule.ofDocuments("no-privilege-escalation", Security::escalation),
            Rule.ofDocuments("capabilities-dropped", Security::capabilities),
            Rule.ofDocuments("only-tmp-is-writable", Security::writable),
            Rule.ofDocuments("scratch-is-bounded", Security::scratch),
            Rule.ofDocuments("resources-are-limited", Security::limits));

    private Security() {}

    private static Stream<Fault> nonRoot(Cluster cluster) {
        return faults(
                cluster,
                each -> is(each, "runAsNonRoot", "true") && !is(each, "runAsUser", "0"),
                CONTEXT + "runAsNonRoot",
                "true, and runAsUser not 0",
                "set it for the container or its pod");
    }

    private static boolean is(Container container, String field, String value) {
        return container
                .document()
                .text(container.at() + CONTEXT + field)
                .or(() -> container.document().text(container.podSpec() + CONTEXT + field))
                .filter(value::equals)
                .isPresent();
    }

    private static Stream<Fault> readOnlyRoot(Cluster cluster) {
        return faults(
                cluster,
                each -> text(each, CONTEXT + "readOnlyRootFilesystem").equals("true"),
                CONTEXT + "readOnlyRootFilesystem",
                "true",
                "set it, and mount what must be written");
    }

    private static Stream<Fault> escalation(Cluster cluster) {
        return faults(
                cluster,
                each -> text(each, CONTEXT + "allowPrivilegeEscalation").equals("false")
                        && !text(each, CONTEXT + "privileged").equals("true"),
                CONTEXT + "allowPrivilegeEscalation",
                "false, and privileged not true",
                "set it");
    }

    private static Stream<Fault> capabilities(Cluster cluster) {
        return faults(
                cluster,
                each -> each.document()
                                .at(each.at() + CONTEXT + "capabilities/drop")
                                .toString()
                                .equals("[\"ALL\"]")
                        && each.document()
                                .at(each.at() + CONTEXT + "capabilities/add")
                                .isEmpty(),
                CONTEXT + "capabilities",
                "drop: [ALL], and nothing added",
                "set it");
    }

    private static Stream<Fault> limits(Cluster cluster) {
        return Stream.of("/resources/requests/cpu", "/resources/requests/memory", "/resources/limits/memory")
                .flatMap(field -> faults(
                        cluster,
                        each -> !text(each, field).isEmpty(),
                        field,
                        "set",
                        "say what it needs, and the memory it may not exceed"));
    }

    private static Stream<Fault> faults(
            Cluster cluster, Predicate<Container> holds, String field, String bound, String fix) {
        return containers(cluster)
                .filter(not(holds))
                .map(each -> Fault.at(each.document(), each.at() + field, bound, fix));
    }

    /// Of our own rooms; a database writes where it must, into a claim.
    private static Stream<Fault> writable(Cluster cluster) {
        return containers(cluster)
                .filter(each -> each.room().isPresent())
                .flatMap(container -> container.mounts().stream()
                        .filter(mount -> isWritable(container, mount))
                        .filter(mount -> !container
                                .document()
                                .text(mount + "/mountPath")
                                .orElse("")
                                .equals("/tmp"))
                        .map(mount -> Fault.at(
                                container.document(),
                                mount + "/mountPath",
                                "/tmp for what can be written",
                                "mount it readOnly, or write to /tmp")));
    }

    private static boolean isWritable(Container container, String mount) {
        var document = container.document();
        var name = document.text(mount + "/name").orElse("");
        return !document.at(mount + "/readOnly").asBoolean()
                && volumes(document, container.podSpec())
                        .filter(at -> document.text(at + "/name").orElse("").equals(name))
                        .noneMatch(at -> document.at(at).has("configMap")
                                || document.at(at).has("secret")
                                || document.at(at).has("projected"));
    }

    private static Stream<Fault> scratch(Cluster cluster) {
        return cluster.running().stream().map(Running::pod).flatMap(pod -> pod.volumes().stream()
                .filter(at -> pod.document().at(at).has("emptyDir"))
                .filter(at -> pod.document().text(at + "/emptyDir/sizeLimit").isEmpty())
                .map(at -> Fault.at(
                        pod.document(), at + "/emptyDir/sizeLimit", "set", "bound it: it fills the node's disk")));
    }

    private static Stream<String> volumes(Document document, String spec) {
        return Stream.iterate(0, i -> i < document.at(spec + "/volumes").size(), i -> i + 1)
                .map(i -> spec + "/volumes/" + i);
    }

    private static String text(Container container, String field) {
        return container.document().text(container.at() + field).orElse("");
    }

    private static Stream<Container> containers(Cluster cluster) {
        return cluster.running().stream().flatMap(each -> each.pod().containers().stream());
    }
}
