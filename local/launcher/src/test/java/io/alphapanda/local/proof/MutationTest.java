package io.alphapanda.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MutationTest {

    private static String change(boolean detected, String of) {
        return """
                <mutation detected='%s' status='X' numberOfTestsRun='1'><sourceFile>A.java</sourceFile>\
                <mutatedClass>io.alphapanda.domain.%s.A</mutatedClass></mutation>
                """.formatted(detected, of);
    }

    @Test
    void changesAreCountedByPackage() {
        var report = change(true, "risk").repeat(9)
                + change(true, "portfolio").repeat(8)
                + change(false, "portfolio").repeat(3);

        assertThat(Mutation.judged(report))
                .isEqualTo("all 17 of 20 (85.0 %): portfolio 8 of 11 (72.7 %), risk 9 of 9 (100.0 %)");
    }

    @Test
    void lessThanTheGoalIsAViolationAndSoIsNothing() {
        assertThatThrownBy(() -> Mutation.judged(
                        change(true, "risk").repeat(84) + change(false, "risk").repeat(16)))
                .isInstanceOf(Violation.class)
                .hasMessageStartingWith("all 84 of 100 (84.0 %)");
        assertThatThrownBy(() -> Mutation.judged("<mutations/>")).isInstanceOf(Violation.class);
    }
}
