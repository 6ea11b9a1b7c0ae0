package io.alphapanda.local.proof;

import io.alphapanda.local.proof.house.HouseExperiments;
import io.alphapanda.local.proof.memory.BooksUnderLife;
import io.alphapanda.local.proof.memory.Clock;
import io.alphapanda.local.proof.memory.Duplicates;
import java.util.List;
import java.util.stream.Stream;

/// Every experiment there is, in the page's order.
final class Experiments {

    private static final String STEPS = "KilledStepsTest#";

    static final List<Experiment> ALL = Stream.concat(
                    Stream.of(
                            kills(),
                            Duplicates.experiment(),
                            BooksUnderLife.experiment(),
                            Clock.experiment(),
                            Mutation.experiment(),
                            Removals.experiment()),
                    HouseExperiments.all().stream())
            .toList();

    private Experiments() {}

    private static Experiment kills() {
        return new Experiment(
                "kills",
                "Work that dies at any step of the delivery protocol loses nothing and doubles nothing",
                "deaths",
                200,
                10_000,
                1,
                new MavenTest("common/stage", STEPS + "whoeverDies*"),
                new Control("the inbox, and the outbox", new MavenTest("common/stage", STEPS + "itIsNoticed*")));
    }
}
