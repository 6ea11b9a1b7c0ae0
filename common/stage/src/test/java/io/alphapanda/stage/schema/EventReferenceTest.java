package io.alphapanda.stage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.domain.event.EventType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The reference of events is written from the types and the wire, so that what changes there changes here or fails the
/// build; and what would leave a reader or an event of yesterday behind always fails it.
class EventReferenceTest {

    private static final CheckedIn REFERENCE = CheckedIn.reference();

    static Stream<EventType> sent() {
        return Arrays.stream(EventType.values()).filter(each -> each.payload().isPresent());
    }

    @ParameterizedTest
    @MethodSource("sent")
    void theSchemaSaysWhatTheTypeSaysAndBreaksNobody(EventType type) throws IOException {
        REFERENCE.holdsSchema(DataSchema.name(type), DataSchema.of(type));
    }

    @Test
    void theDocumentSaysWhatTheTopicsAndTheWireSay() throws IOException {
        REFERENCE.holds(EventDocument.FILE, EventDocument.yaml());
    }

    @Test
    void thereIsASchemaForEveryEventThatIsSentAndNoOther() throws IOException {
        try (var files = Files.list(REFERENCE.folder())) {
            assertThat(files.map(each -> each.getFileName().toString()).filter(each -> each.endsWith(".schema.json")))
                    .containsExactlyInAnyOrderElementsOf(sent().map(each -> CheckedIn.file(DataSchema.name(each)))
                            .toList());
        }
    }

    @Test
    void everyFieldHasAMeaning() {
        assertThat(sent()).allSatisfy(type -> DataSchema.of(type)
                .findValues("properties")
                .forEach(properties -> properties.properties().forEach(field -> assertThat(
                                field.getValue().path("description").asText())
                        .as("%s of %s; write a @param for it", field.getKey(), type.type())
                        .isNotBlank())));
    }

    @Test
    void nativeBuildKnowsEveryRecordThatTravels() throws ClassNotFoundException {
        var registered = Class.forName("io.alphapanda.stage.event.Payloads")
                .getAnnotation(RegisterForReflection.class)
                .targets();
        assertThat(Arrays.stream(registered).map(Class::getSimpleName)).containsAll(records());
    }

    private static TreeSet<String> records() {
        return sent().flatMap(type -> Stream.concat(
                        Stream.of(type.payload().orElseThrow().getSimpleName()),
                        DataSchema.of(type).path("$defs").properties().stream()
                                .filter(each -> isRecord(each.getValue()))
                                .map(each -> each.getKey())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRecord(JsonNode schema) {
        return schema.has("properties");
    }
}
