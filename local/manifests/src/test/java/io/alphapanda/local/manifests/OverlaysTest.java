package io.alphapanda.local.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.manifests.rule.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every overlay of functions on the platforms that carry its lanes, rendered, against the rulebook.
class OverlaysTest {

    @ParameterizedTest
    @MethodSource("functions")
    void whatIsDeployedTogetherKeepsEveryRule(String functions) {
        var overlays = rendering();

        assertThat(overlays.carriers(Project.HOUSE, functions)).isNotEmpty().allSatisfy(platform -> assertThat(
                        Rulebook.check(new Cluster(Project.HOUSE, overlays.together(functions, platform))))
                .as("%s on %s, rendered", functions, platform)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void everyPlatformCarriesAnOverlayOfFunctions(String platform) {
        var overlays = rendering();

        assertThat(Overlays.functions(Project.ROOT))
                .anySatisfy(each ->
                        assertThat(overlays.carriers(Project.HOUSE, each)).contains(platform));
    }

    /// What an overlay may take besides, taken by both trees.
    @Test
    void collectorOfTracesIsToldByEveryRoomAndReachedByAll(@TempDir(factory = InTarget.class) Path folder)
            throws IOException {
        rendering();
        var kustomize = Kustomize.find().orElseThrow();
        var documents = new LinkedHashMap<JsonNode, Document>();
        for (var overlay : List.of("knative/overlays/hybrid", "k8s/overlays/prod", "k8s/monitoring")) {
            var traced = Files.createDirectories(folder.resolve(overlay.replace('/', '-')));
            var taken =
                    overlay.equals("k8s/monitoring") ? "" : "components: [%s]\n".formatted(way(traced, "k8s/traces"));
            Files.writeString(traced.resolve("kustomization.yaml"), """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    namespace: alpha-panda
                    resources: [%s]
                    """.formatted(way(traced, overlay)) + taken);
            kustomize.render(overlay, traced).forEach(each -> documents.putIfAbsent(each.body(), each));
        }
        Project.OVERLAYS.orElseThrow().together("hybrid", "prod").stream()
                .filter(each -> each.is("", "Secret"))
                .forEach(each -> documents.putIfAbsent(each.body(), each));
        var cluster = new Cluster(Project.HOUSE, List.copyOf(documents.values()));

        assertThat(Rulebook.check(cluster)).isEmpty();
        var policy = cluster.all(NetworkPolicy.class).stream()
                .filter(each -> each.document().name().equals("traces"))
                .toList();
        assertThat(policy).hasSize(1);
        assertThat(cluster.rooms())
                .filteredOn(each -> !each.document().name().equals("bootstrap"))
                .hasSize(6)
                .allSatisfy(each -> {
                    assertThat(cluster.environment(each.pod().main()).get("PANDA_TRACES_ENDPOINT"))
                            .isPresent();
                    assertThat(policy.getFirst().selects(each.pod().labels())).isTrue();
                });
    }

    private static String way(Path from, String to) {
        return from.toAbsolutePath().relativize(Project.ROOT.resolve(to)).toString();
    }

    /// Beside the project's files: an overlay names others by the way to them.
    static final class InTarget implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "overlays");
        }
    }

    /// Also where nothing can be rendered: then this is all that is checked of the project's own manifests.
    @Test
    void everyPartKeepsTheRulesThatNeedNoOther() {
        assertThat(Rulebook.checkParts(new Cluster(Project.HOUSE, Parts.read(Project.ROOT))))
                .isEmpty();
    }

    private static Overlays rendering() {
        assumeTrue(
                Project.OVERLAYS.isPresent(),
                "needs kubectl or kustomize on the PATH; the parts are checked by themselves");
        return Project.OVERLAYS.get();
    }

    static Stream<String> functions() {
        return Overlays.functions(Project.ROOT).stream();
    }

    static Stream<String> platforms() {
        return Overlays.platforms(Project.ROOT).stream();
    }
}
