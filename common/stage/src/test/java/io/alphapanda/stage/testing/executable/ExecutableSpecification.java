package io.alphapanda.stage.testing.executable;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What holds of every function, so that a native executable of it does what its jar does. Each function's module tests
/// it of its own classes and all it stands on.
public abstract class ExecutableSpecification {

    /// Whose JSON is of types that are known otherwise.
    private static final Map<String, String> KNOWN = Map.of(
            "io.alphapanda.stage.delivery.Outbox.row", "events' data, see EventType.payload",
            "io.alphapanda.stage.delivery.LaneProtocol.decode", "events' data, see EventType.payload",
            "io.alphapanda.stage.replay.Examination.decode", "events' data, see EventType.payload",
            "io.alphapanda.kite.json.KiteJson.value", "what its shapes are of",
            "io.alphapanda.api.tag.Tags.text", "what resources return, which the framework registers");

    /// Who may find something by its name, and what makes it work without a class path.
    private static final Map<String, String> BY_NAME = Map.of(
            "io.alphapanda.stage.strategy.StrategyTypes.<clinit> calls java.util.ServiceLoader.load",
            "done when the executable is built, which keeps what was found",
            "io.alphapanda.feed.source.BitstampTrades.open calls java.lang.ClassLoader.getResourceAsStream",
            "named in quarkus.native.resources.includes");

    private final HouseClasses classes = HouseClasses.ofTheApplication();

    @Test
    void everyTypeThatIsJsonIsRegisteredForReflection() {
        var found = JsonTypes.in(classes, KNOWN);
        var roots = found.roots();
        Arrays.stream(EventType.values())
                .map(EventType::payload)
                .flatMap(Optional::stream)
                .forEach(roots::add);

        assertThat(found.complaints())
                .as("the type of JSON must be seen where it is read or written; hand over a record of its own")
                .isEmpty();
        var missing =
                Registered.needed(roots).stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(Registered.in(classes));
        assertThat(missing)
                .as("types that are JSON and not registered; name them in a @RegisterForReflection")
                .isEmpty();
    }

    @Test
    void staticInitialisersDoNothingThatBelongsToRunTime() {
        assertThat(Calls.inStaticInitialisers(classes))
                .as("static initialisers run when the executable is built; do it in a constructor")
                .isEmpty();
    }

    @Test
    void nothingIsFoundByItsNameButWhatIsDeclared() {
        assertThat(Calls.notDeclared(Calls.byName(classes), BY_NAME))
                .as("a native executable knows only what it is told of; see docs/native.md")
                .isEmpty();
    }

    /// The resources of its own that the executable carries, from the application's properties.
    protected static String resourcesCarried() throws IOException {
        var properties = new Properties();
        try (var file = ExecutableSpecification.class.getClassLoader().getResourceAsStream("application.properties")) {
            properties.load(file);
        }
        return properties.getProperty("quarkus.native.resources.includes", "");
    }
}
