package io.alphapanda.local.manifests.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.Overlays;
import io.alphapanda.local.manifests.Parts;
import io.alphapanda.local.manifests.Project;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every document of every overlay against the real schemas, strictly.
class StrictSchemaTest {

    private static final Optional<Schemas> SCHEMAS = Schemas.find();

    @ParameterizedTest
    @MethodSource("overlays")
    void everyDocumentHasOnlyWhatItsSchemaNames(String overlay) {
        assumeTrue(SCHEMAS.isPresent(), "needs the schemas in ../shared/data/crds");
        assumeTrue(Project.OVERLAYS.isPresent(), "needs kubectl or kustomize on the PATH");

        var documents = Project.OVERLAYS.get().render(overlay);

        assertThat(documents).isNotEmpty();
        assertThat(documents.stream().flatMap(StrictSchemaTest::faults)).isEmpty();
    }

    /// Also where nothing can be rendered.
    @Test
    void everyPartHasOnlyWhatItsSchemaNames() {
        assumeTrue(SCHEMAS.isPresent(), "needs the schemas in ../shared/data/crds");

        assertThat(Parts.read(Project.ROOT).stream().flatMap(StrictSchemaTest::faults))
                .isEmpty();
    }

    private static Stream<String> faults(Document document) {
        return SCHEMAS.orElseThrow().check(document).stream();
    }

    static Stream<String> overlays() {
        return Stream.of(
                        Overlays.functions(Project.ROOT).stream().map(each -> "knative/overlays/" + each),
                        Overlays.platforms(Project.ROOT).stream().map(each -> "k8s/overlays/" + each),
                        Stream.of("k8s/monitoring"))
                .flatMap(each -> each);
    }
}
