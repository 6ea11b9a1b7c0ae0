package io.alphapanda.local.manifests.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.GoodHouse;
import io.alphapanda.local.manifests.Project;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One error is planted in a house without faults; the rule it breaks says so, and no other. In the small house of the
/// tests, and, where overlays can be rendered, in what the project deploys.
class RulebookTest {

    private static final List<Plant> PLANTS = Stream.of(
                    SourcePlants.VALUES,
                    SourcePlants.WIRING,
                    SourcePlants.TIME,
                    SourcePlants.FLOW,
                    HousePlants.REFERENCES,
                    HousePlants.SECURITY_CONTEXT,
                    HousePlants.SETTINGS,
                    HousePlants.PINGS,
                    HousePlants.MONITORING)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, List<Document>> HOUSES = houses();

    private static Map<String, List<Document>> houses() {
        var houses = new LinkedHashMap<String, List<Document>>();
        houses.put("small", GoodHouse.documents());
        Project.OVERLAYS.ifPresent(each -> houses.put("isolated on prod", each.together("isolated", "prod")));
        return houses;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("planted")
    void plantedErrorIsFoundByItsRule(String house, Plant plant) {
        var planting = new Planting(HOUSES.get(house));
        plant.planter().accept(planting);

        var findings = Rulebook.check(planting.cluster());

        assertThat(findings)
                .filteredOn(each -> each.rule().equals(plant.rule()))
                .isNotEmpty()
                .anySatisfy(each -> assertThat(each.toString()).contains(plant.says()));
        var allowed = new HashSet<>(plant.also());
        allowed.add(plant.rule());
        assertThat(findings)
                .allSatisfy(each -> assertThat(each.rule()).as(each.toString()).isIn(allowed));
    }

    static Stream<Arguments> planted() {
        return HOUSES.keySet().stream().flatMap(house -> PLANTS.stream().map(plant -> Arguments.of(house, plant)));
    }

    @Test
    void houseWithoutFaultsHasNoFindings() {
        assertThat(new Planting(HOUSES.get("small")).cluster())
                .satisfies(each -> assertThat(Rulebook.check(each)).isEmpty());
    }

    @Test
    void everyRuleHasAPlantedErrorAndANameOfItsOwn() {
        assertThat(Rulebook.RULES).extracting(Rule::name).doesNotHaveDuplicates();
        assertThat(PLANTS)
                .extracting(Plant::rule)
                .containsAll(Rulebook.RULES.stream().map(Rule::name).toList());
    }
}
