package io.alphapanda.stage.testing.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What looks for faults finds those that are planted, each of them and nothing else.
class PlantedFaultsTest {

    private static final String PACKAGE = "io.alphapanda.stage.planted";

    private final HouseClasses planted = HouseClasses.planted(PACKAGE);

    @Test
    void typesThatAreJsonAreFoundWhicheverWayTheyCome() {
        var found = JsonTypes.in(planted, Map.of());

        assertThat(names(found.roots()))
                .containsExactlyInAnyOrder(
                        "Known", "Whole", "Named", "Behind", "Between", "ByReference", "Captured", "OfAList", "OfAMap");
    }

    @Test
    void jsonOfATypeThatCantBeToldIsAFault() {
        assertThat(JsonTypes.in(planted, Map.of()).complaints())
                .containsExactly(PACKAGE + ".PlantedJson.untold hands encode something whose type can't be told");
        assertThat(JsonTypes.in(planted, Map.of(PACKAGE + ".PlantedJson.untold", "planted"))
                        .complaints())
                .isEmpty();
    }

    @Test
    void typesThatAreNotRegisteredAreFoundWithAllTheyAreMadeOf() {
        var missing = new HashSet<>(
                names(Registered.needed(JsonTypes.in(planted, Map.of()).roots())));
        Registered.in(planted).forEach(each -> missing.remove(each.substring(each.lastIndexOf('$') + 1)));

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        "Whole",
                        "Part",
                        "Kind",
                        "Named",
                        "Behind",
                        "Between",
                        "ByReference",
                        "Captured",
                        "OfAList",
                        "OfAMap");
    }

    @Test
    void workInStaticInitialisersIsFoundHoweverFarAwayItIsDone() {
        var begin = PACKAGE + ".PlantedState.<clinit>";
        var far = begin + " > " + PACKAGE + ".PlantedState$Far.<init>";
        assertThat(Calls.inStaticInitialisers(planted))
                .containsExactlyInAnyOrder(
                        begin + " calls java.time.Instant.now",
                        begin + " calls java.lang.System.getenv",
                        far + " calls java.security.SecureRandom.<init>",
                        far + " > " + PACKAGE + ".PlantedState$Far.begin calls java.lang.Thread.ofVirtual",
                        far + " > " + PACKAGE
                                + ".PlantedState$Far.begin calls java.lang.Thread$Builder$OfVirtual.start");
    }

    @Test
    void whatIsFoundByItsNameIsAFaultUnlessItIsDeclared() {
        var all = Set.of(
                PACKAGE + ".PlantedState.byName calls java.lang.Class.forName",
                PACKAGE + ".PlantedState.resource calls java.lang.Class.getResourceAsStream",
                PACKAGE + ".PlantedState.services calls java.util.ServiceLoader.load");
        var found = Calls.byName(planted);

        assertThat(found).isEqualTo(all);
        assertThat(Calls.notDeclared(
                        found, Map.of(PACKAGE + ".PlantedState.byName calls java.lang.Class.forName", "planted")))
                .hasSize(2);
    }

    private static Set<String> names(Set<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    }
}
