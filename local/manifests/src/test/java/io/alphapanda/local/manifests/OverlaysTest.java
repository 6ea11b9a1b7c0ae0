package io.alphapanda.local.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alphapanda.local.manifests.rule.Rulebook;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
