package io.alphapanda.stage.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedInTest {

    private static final ObjectNode TODAY = schema("id", "price");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aSchemaIsCheckedIn() throws IOException {
        new CheckedIn(folder, true).holdsSchema("order.v1", TODAY);
        file = folder.resolve("order.v1.schema.json");
    }

    @Test
    void schemaThatIsWhatTheTypeSaysHolds() throws IOException {
        new CheckedIn(folder, false).holdsSchema("order.v1", TODAY);
    }

    @Test
    void compatibleChangeAsksForTheFileToBeWrittenAnew() throws IOException {
        var wider = schema("id", "price", "added");

        assertThatThrownBy(() -> new CheckedIn(folder, false).holdsSchema("order.v1", wider))
                .hasMessageContaining("order.v1.schema.json is not what the types say")
                .hasMessageContaining("-Dpanda.docs.write=true");

        new CheckedIn(folder, true).holdsSchema("order.v1", wider);
        new CheckedIn(folder, false).holdsSchema("order.v1", wider);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void breakingChangeIsRefusedAlsoWhenWriting(boolean write) throws IOException {
        var before = Files.readString(file);

        assertThatThrownBy(() -> new CheckedIn(folder, write).holdsSchema("order.v1", schema("id", "amount")))
                .hasMessage("""
                        order.v1 would leave readers or events of yesterday behind:
                          price: removed, or renamed to amount
                        Take that back, or leave order.v1 as it is and add order.v2 to EventType, with a record of its own.""");
        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void newVersionMayBeAnythingAndLeavesTheOldOneAsItIs() throws IOException {
        var before = Files.readString(file);

        new CheckedIn(folder, true).holdsSchema("order.v2", schema("id", "amount"));

        assertThat(file).content().isEqualTo(before);
        assertThat(folder.resolve("order.v2.schema.json")).content().contains("amount");
    }

    @Test
    void schemaThatIsNotCheckedInIsMissed() {
        assertThatThrownBy(() -> new CheckedIn(folder, false).holdsSchema("order.v2", TODAY))
                .isInstanceOf(AssertionError.class);
    }

    private static ObjectNode schema(String... fields) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        for (var field : fields) {
            properties.putObject(field).put("type", "string");
        }
        return schema;
    }
}
