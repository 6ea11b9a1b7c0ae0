package io.alphapanda.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MutationTest {

    private static String change(boolean detected, String of) {
        return """
                <mutation detected='%s' status='X' numberOfTestsRun='1'><sourceFile>A.java</sourceFile>\
                <mutatedClass>io.alphapanda.%s.A</mutatedClass></mutation>
                """.formatted(detected, of);
    }

    @Test
    void changesAreCountedByPackage() {
        var report = change(true, "domain.risk").repeat(9)
                + change(true, "stage.delivery").repeat(18)
                + change(false, "stage.delivery").repeat(3);

        assertThat(Mutation.judged(report))
                .isEqualTo("all 27 of 30 (90.0 %): delivery 18 of 21 (85.7 %), risk 9 of 9 (100.0 %)");
    }

    @Test
    void lessThanTheGoalInOnePackageIsAViolationAndSoIsNothing() {
        assertThatThrownBy(() -> Mutation.judged(change(true, "domain.risk").repeat(900)
                        + change(true, "domain.portfolio").repeat(84)
                        + change(false, "domain.portfolio").repeat(16)))
                .isInstanceOf(Violation.class)
                .hasMessage("all 984 of 1000 (98.4 %): portfolio 84 of 100 (84.0 %), risk 900 of 900 (100.0 %)");
        assertThatThrownBy(() -> Mutation.judged("<mutations/>")).isInstanceOf(Violation.class);
    }
}
