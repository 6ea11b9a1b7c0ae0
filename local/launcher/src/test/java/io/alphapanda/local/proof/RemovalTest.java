package io.alphapanda.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is to be taken out is still there; whether its tests notice is `./panda soak checks`.
class RemovalTest {

    private static final Path ROOT = Path.of(System.getProperty("panda.root", "../.."));

    static Stream<Removal> all() {
        return Removal.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theCheckIsInTheCodeOnceAndGoneAfterwards(Removal removal) throws IOException {
        var source = Files.readString(ROOT.resolve(removal.path()));

        assertThat(removal.from(source)).isNotEqualTo(source).contains(removal.left());
    }

    @Test
    void codeThatNoLongerSaysItIsAnError() {
        var removal = Removal.ALL.getFirst();

        assertThatIllegalStateException()
                .isThrownBy(() -> removal.from("nothing of the kind"))
                .withMessageContaining("bring Removal up to date");
        assertThatIllegalStateException().isThrownBy(() -> removal.from(removal.code() + removal.code()));
    }
}
