package io.alphapanda.local.kite.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every switch can be armed from another process, and the README lists it.
class FaultCatalogueTest {
    private static final List<JsonSubTypes.Type> NAMED =
            List.of(Fault.class.getAnnotation(JsonSubTypes.class).value());

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultCatalogueTest::records);
    }

    @Test
    void every_fault_has_a_name_over_http() {
        assertThat(NAMED)
                .extracting(named -> (Object) named.value())
                .containsExactlyInAnyOrderElementsOf(
                        records(Fault.class).distinct().toList());
    }

    @Test
    void the_readme_lists_every_name() throws IOException {
        Path readme = Path.of(System.getProperty("panda.root", "../.."), "local/kite-simulator/README.md");
        assertThat(Files.readString(readme))
                .contains(NAMED.stream().map(named -> "`" + named.name() + "`").toList());
    }
}
