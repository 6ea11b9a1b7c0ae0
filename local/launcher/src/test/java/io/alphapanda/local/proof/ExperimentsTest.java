package io.alphapanda.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The short forms of the experiments that need no servers.
class ExperimentsTest {

    private final Laboratory laboratory = new Laboratory(Path.of("."), _ -> {});

    static Stream<Experiment> inMemory() {
        return Stream.of("duplicates", "books", "clock").map(ExperimentsTest::named);
    }

    private static Experiment named(String name) {
        return Experiments.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inMemory")
    void promiseHoldsAndItsControlIsFoundOut(Experiment experiment) {
        var finding = laboratory.run(experiment, false, OptionalLong.empty());

        assertThat(finding.held()).as(finding.words()).isTrue();
        assertThat(finding.controlHeld()).as(finding.controlWords()).isTrue();
    }

    @Test
    void experimentWhoseControlIsNotFoundOutProvesNothing() {
        var blind = new Experiment("blind", "p", "things", 1, 1, 1, _ -> "fine", new Control("it", _ -> "fine too"));

        var finding = laboratory.run(blind, false, OptionalLong.empty());

        assertThat(finding.held()).isTrue();
        assertThat(finding.proves()).isFalse();
        assertThat(finding.controlWords()).contains("was not noticed");
    }

    @Test
    void brokenPromiseIsAFindingAndADefectOfTheExperimentIsNone() {
        var broken = new Experiment(
                "broken",
                "p",
                "things",
                1,
                1,
                1,
                _ -> {
                    throw new Violation("two fills");
                },
                new Control("it", _ -> "fine"));
        assertThat(laboratory.run(broken, false, OptionalLong.empty()).words()).isEqualTo("two fills");

        var defective = new Experiment(
                "defective",
                "p",
                "things",
                1,
                1,
                1,
                _ -> {
                    throw new IllegalStateException("no");
                },
                new Control("it", _ -> "fine"));
        try {
            laboratory.run(defective, false, OptionalLong.empty());
            fail("a defect passed for a finding");
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no");
        }
    }

    @Test
    void seedAndCountAreThoseAskedFor() {
        var echo = new Experiment(
                "echo",
                "p",
                "things",
                2,
                9,
                5,
                trial -> trial.count() + "/" + trial.seed(),
                new Control("it", trial -> {
                    throw new Violation(trial.count() + "/" + trial.seed());
                }));

        var finding = laboratory.run(echo, true, OptionalLong.of(7));

        assertThat(finding.words()).isEqualTo("9/7");
        assertThat(finding.controlWords()).as("a control is always short").isEqualTo("2/7");
        assertThat(echo.command(9, 7)).isEqualTo("./panda soak echo --long --seed 7");
        assertThat(echo.command(2, 5)).isEqualTo("./panda soak echo");
    }
}
