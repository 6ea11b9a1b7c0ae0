package io.alphapanda.stage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The files of the reference, as they are checked in.
///
/// @param folder where they lie
/// @param write  whether they are to be written; a schema that would break its readers never is
record CheckedIn(Path folder, boolean write) {

    static final String REGENERATE = "mvn -pl common/stage -am test -Dtest=EventReferenceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dpanda.docs.write=true";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VERSIONED = Pattern.compile("(.+)\\.v(\\d+)");

    static CheckedIn reference() {
        return new CheckedIn(
                Path.of(System.getProperty("panda.root", "../.."), "docs/reference/events"),
                Boolean.getBoolean("panda.docs.write"));
    }

    static String file(String name) {
        return name + ".schema.json";
    }

    /// Holds the schema of an event against the file. A version that has no file yet may be anything.
    ///
    /// @param name of the event with its version, `signal-generated.v1`
    /// @throws AssertionError naming each field that breaks and what to do, or the command that writes the file
    void holdsSchema(String name, ObjectNode now) throws IOException {
        var file = folder.resolve(file(name));
        if (Files.exists(file)) {
            var breaking = SchemaChanges.between(JSON.readTree(file.toFile()), now).stream()
                    .filter(SchemaChange::breaking)
                    .toList();
            if (!breaking.isEmpty()) {
                throw new AssertionError("%s would leave readers or events of yesterday behind:\n%s\n%s"
                        .formatted(
                                name,
                                breaking.stream().map(each -> "  " + each).collect(Collectors.joining("\n")),
                                "Take that back, or leave %s as it is and add %s to EventType, with a record of its own."
                                        .formatted(name, next(name))));
            }
        }
        holds(file(name), now.toPrettyString() + "\n");
    }

    /// Holds a text against the file.
    void holds(String name, String now) throws IOException {
        var file = folder.resolve(name);
        if (write) {
            Files.createDirectories(folder);
            Files.writeString(file, now);
        }
        assertThat(file)
                .as("%s is not what the types say; regenerate it with: %s", file.normalize(), REGENERATE)
                .content()
                .isEqualTo(now);
    }

    private static String next(String name) {
        var versioned = VERSIONED.matcher(name);
        if (!versioned.matches()) {
            throw new IllegalArgumentException("event '" + name + "' must be written <name>.v<version>");
        }
        return versioned.group(1) + ".v" + (Integer.parseInt(versioned.group(2)) + 1);
    }
}
