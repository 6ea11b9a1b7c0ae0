package io.alphapanda.local.proof;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Has PIT change the risk rules, the books, paper execution, orders and their placement, one place at a time, and
/// counts the changes that a test notices.
///
/// @param tests which tests may notice, as PIT names classes
record Mutation(String tests) implements Body {

    /// Of a hundred changes, so many must be noticed.
    private static final int GOAL = 85;

    private static final Pattern CHANGE = Pattern.compile(
            "<mutation detected='(true|false)'.*?<mutatedClass>io\\.alphapanda\\.domain\\.([a-z]+)\\.", Pattern.DOTALL);

    static Experiment experiment() {
        return new Experiment(
                "mutation",
                "Of the changes made to risk, portfolio, paper, placement and order, one at a time, at least " + GOAL
                        + " % make a test fail",
                "run",
                1,
                1,
                1,
                new Mutation("io.alphapanda.domain.*"),
                new Control("the tests of these packages", new Mutation("io.alphapanda.domain.money.*")));
    }

    @Override
    public String run(Trial trial) {
        var report = trial.root().resolve("common/domain/target/pit-reports/mutations.xml");
        try {
            Files.deleteIfExists(report);
            new Build(trial.root())
                    .run(
                            "mutation.log",
                            List.of(
                                    "-pl",
                                    "common/domain",
                                    "test",
                                    "-Pmutation",
                                    "-Dtest=NoneBesidePit",
                                    "-Dsurefire.failIfNoSpecifiedTests=false",
                                    "-Dmutation.tests=" + tests));
            if (!Files.exists(report)) {
                throw new IllegalStateException("PIT came to nothing; see .panda/proof/mutation.log");
            }
            // What was not noticed is read there; the control's report would take its place.
            Files.copy(
                    report,
                    trial.root().resolve(".panda/proof/" + tests.replace("*", "all") + ".xml"),
                    REPLACE_EXISTING);
            return judged(Files.readString(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String judged(String report) {
        Map<String, List<Boolean>> byPackage = new TreeMap<>();
        CHANGE.matcher(report).results().forEach(each -> byPackage
                .computeIfAbsent(each.group(2), _ -> new ArrayList<>())
                .add(each.group(1).equals("true")));
        var all = byPackage.values().stream().flatMap(List::stream).toList();
        var words = share("all", all) + ": "
                + byPackage.entrySet().stream()
                        .map(each -> share(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", "));
        if (all.isEmpty() || 100 * noticed(all) < GOAL * all.size()) {
            throw new Violation(words);
        }
        return words;
    }

    private static String share(String what, List<Boolean> changes) {
        return String.format(
                Locale.ROOT,
                "%s %d of %d (%.1f %%)",
                what,
                noticed(changes),
                changes.size(),
                100.0 * noticed(changes) / Math.max(1, changes.size()));
    }

    private static long noticed(List<Boolean> changes) {
        return changes.stream().filter(Boolean::booleanValue).count();
    }
}
