package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A page may show only commands that there are. What they do is run by `HouseIT` and `RunningHouseIT`;
/// `./panda test` by continuous integration.
class DocumentedCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("\\./panda ([a-z-]+[^`\\n]*)");
    private static final Path ROOT =
            Path.of(System.getProperty("panda.root")).toAbsolutePath().normalize();

    @ParameterizedTest
    @MethodSource("documented")
    void everyCommandOnAPageIsUnderstood(String command) {
        var arguments = Stream.of(command.split("\\s+"))
                .map(each -> each.equals("N") ? "8080" : each)
                .toArray(String[]::new);
        assertThatCode(() -> Main.commandLine().parseArgs(arguments))
                .as("./panda " + command)
                .doesNotThrowAnyException();
    }

    @Test
    void everyCommandThereIsStandsInTheReadme() throws IOException {
        var readme = Files.readString(ROOT.resolve("README.md"));
        var commands = Main.commandLine().getSubcommands();
        assertThat(commands.keySet())
                .filteredOn(each -> !each.equals("help"))
                .filteredOn(each ->
                        !commands.get(each).getCommandSpec().usageMessage().hidden())
                .allSatisfy(command -> assertThat(readme).contains("./panda " + command));
    }

    /// A synopsis is read with all that is optional, and the first of each choice.
    static List<String> documented() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(each -> each.toString().endsWith(".md"))
                    .filter(each ->
                            !ROOT.relativize(each).toString().matches("(.*/)?(target|node_modules|\\.panda)/.*"))
                    .flatMap(DocumentedCommandsTest::commands)
                    .filter(command -> !command.startsWith("test"))
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> commands(Path page) {
        try {
            return COMMAND.matcher(Files.readString(page)).results().map(each -> each.group(1)
                    .replaceAll("\\\\?\\|\\S*?(?=[\\]\\s]|$)", "")
                    .replaceAll("[\\[\\]]", "")
                    .replaceAll("\\s+[(#].*|[.,:;)]+$", "")
                    .strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
