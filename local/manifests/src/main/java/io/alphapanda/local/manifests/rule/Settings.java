package io.alphapanda.local.manifests.rule;

import static java.util.function.Predicate.not;

import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.ConfigMap;
import io.alphapanda.local.manifests.Container;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.Running;
import io.alphapanda.local.manifests.Secret;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Variables: known ones, and no secret among those everybody may read.
final class Settings {

    /// Read by Quarkus and the JVM.
    private static final Pattern FOREIGN =
            Pattern.compile("QUARKUS_[A-Z0-9_]+|JAVA_[A-Z_]+|JDK_JAVA_OPTIONS|KAFKA_[A-Z0-9_]+|TZ|MALLOC_ARENA_MAX");

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(password|passwd|secret|credential|private[-_.]?key|api[-_.]?key|access[-_.]?token|key[-_.]?id).*");

    private static final Pattern SECRET_VALUE = Pattern.compile("(?s).*("
            + "-----BEGIN [A-Z ]*PRIVATE KEY-----|[a-z]+://[^/\\s:@$]+:[^/\\s:@$]+@|eyJ[A-Za-z0-9_-]{10,}\\.eyJ).*");

    /// What a template may have in a secret's place.
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)|.*(change[-_ ]?me|replace[-_ ]?me|to[-_ ]be[-_ ]).*");

    static final List<Rule> RULES = List.of(
            Rule.ofCluster("variable-known", Settings::known),
            Rule.ofDocuments("no-secret-in-the-open", Settings::open),
            Rule.ofDocuments("secret-is-a-template", Settings::templates));

    private Settings() {}

    private static Stream<Fault> known(Cluster cluster) {
        return Stream.concat(variables(cluster), properties(cluster));
    }

    private static Stream<Fault> properties(Cluster cluster) {
        return cluster.all(ConfigMap.class).stream()
                .flatMap(map -> map.files().keySet().stream().flatMap(file -> map.properties(file).keySet().stream()
                        .filter(not(each -> isKnown(cluster, variable(each))))
                        .map(each -> Fault.of(
                                map.document(),
                                "/data/" + file,
                                "'" + each + "'",
                                "a key of docs/configuration.md, or of Quarkus",
                                "correct it: an unknown one is ignored, and the default holds"))));
    }

    /// The environment's name of a key.
    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static boolean isKnown(Cluster cluster, String variable) {
        return cluster.house().reads(variable) || FOREIGN.matcher(variable).matches();
    }

    private static Stream<Fault> variables(Cluster cluster) {
        return cluster.rooms().stream()
                .map(each -> each.pod().main())
                .flatMap(container -> cluster.environment(container).places().entrySet().stream()
                        .filter(not(each -> isKnown(cluster, each.getKey())))
                        .map(each -> Fault.of(
                                container.document(),
                                each.getValue(),
                                "'" + each.getKey() + "'",
                                "a variable of docs/configuration.md, or of Quarkus",
                                "correct it: an unknown one is ignored, and the default holds")));
    }

    private static Stream<Fault> open(Cluster cluster) {
        var maps = cluster.all(ConfigMap.class).stream().flatMap(map -> map.data().entrySet().stream()
                .filter(each -> isSecret(each.getKey(), each.getValue())
                        || map.files().containsKey(each.getKey())
                                && map.properties(each.getKey()).entrySet().stream()
                                        .anyMatch(line -> isSecret(line.getKey(), line.getValue())))
                .map(each -> secret(map.document(), "/data/" + each.getKey().replace("/", "~1"))));
        var variables = cluster.running().stream()
                .map(Running::pod)
                .flatMap(pod -> pod.containers().stream())
                .flatMap(Settings::openVariables);
        return Stream.concat(maps, variables);
    }

    private static Stream<Fault> openVariables(Container container) {
        var document = container.document();
        return container.variables().stream()
                .filter(at -> isSecret(
                        document.text(at + "/name").orElse(""),
                        document.text(at + "/value").orElse("")))
                .map(at -> secret(document, at + "/value"));
    }

    private static boolean isSecret(String name, String value) {
        return !value.isBlank()
                && (SECRET_NAME.matcher(name).matches() && !name.endsWith("_FILE")
                        || SECRET_VALUE.matcher(value).matches());
    }

    /// Does not repeat it.
    private static Fault secret(Document document, String at) {
        return Fault.of(document, at, "a secret in the open", "in a Secret", "move it there, and change it");
    }

    private static Stream<Fault> templates(Cluster cluster) {
        return cluster.all(Secret.class).stream()
                .map(Secret::document)
                .flatMap(document -> Stream.concat(
                        document.map("/stringData").entrySet().stream()
                                .filter(each ->
                                        !PLACEHOLDER.matcher(each.getValue()).matches())
                                .map(each -> template(document, "/stringData/" + each.getKey())),
                        document.map("/data").keySet().stream().map(each -> template(document, "/data/" + each))));
    }

    private static Fault template(Document document, String at) {
        return Fault.of(
                document,
                at,
                "a value in the repository",
                "empty, or a placeholder such as change-me, in stringData",
                "take it out, and change the secret wherever it was used");
    }
}
