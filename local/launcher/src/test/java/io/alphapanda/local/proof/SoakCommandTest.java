package io.alphapanda.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SoakCommandTest {

    private static final Body NOTICED = _ -> {
        throw new Violation("two fills");
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int soak(List<Experiment> all, String... arguments) {
        return new CommandLine(new SoakCommand(all))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    private static Experiment experiment(String name, Body body, Body control) {
        return new Experiment(name, name + " holds", "things", 2, 9, 1, body, new Control("it", control));
    }

    @Test
    void whatHoldsAndWouldHaveBeenNoticedIsProven() {
        assertThat(soak(List.of(experiment("one", _ -> "all fine", NOTICED)))).isZero();

        assertThat(out.toString()).contains("one: 2 things, seed 1", "held: all fine", "found out: two fills");
    }

    @Test
    void brokenPromisesAndControlsThatAreNotFoundOutFail() {
        assertThat(soak(List.of(experiment("one", NOTICED, NOTICED)))).isEqualTo(1);
        assertThat(soak(List.of(experiment("two", _ -> "all fine", _ -> "fine, too"))))
                .isEqualTo(1);

        assertThat(out.toString()).contains("BROKEN: two fills", "NOT FOUND OUT: was not noticed: fine, too");
    }

    @Test
    void anExperimentThatComesToNothingFailsAndTheOthersAreDone() {
        Body over = _ -> {
            throw new IllegalStateException("the morning was over after 1 of 2 faults");
        };

        assertThat(soak(List.of(experiment("one", over, NOTICED), experiment("two", _ -> "all fine", NOTICED))))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("one: came to nothing, the morning was over after 1 of 2 faults", "two: 2 things, seed 1");
    }

    @Test
    void whatCannotBeDoneHereIsSkipped() {
        Body elsewhere = _ -> {
            throw new NotHere("it needs a recorded day");
        };

        assertThat(soak(List.of(experiment("one", elsewhere, NOTICED)))).isZero();

        assertThat(out.toString()).contains("one: skipped, it needs a recorded day");
    }

    @Test
    void theNamedAreDoneInTheirOrderAndAnUnknownOneIsNamedBesideThoseThereAre() {
        var all = List.of(experiment("one", _ -> "first", NOTICED), experiment("two", _ -> "second", NOTICED));

        assertThat(soak(all, "two", "one")).isZero();
        assertThat(out.toString().indexOf("second")).isLessThan(out.toString().indexOf("first"));
        assertThat(soak(all, "three")).isEqualTo(1);
        assertThat(errors.toString()).contains("panda: there is no experiment three; there are one, two");
    }
}
