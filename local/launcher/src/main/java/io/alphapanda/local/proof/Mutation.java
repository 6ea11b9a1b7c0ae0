package io.alphapanda.local.proof;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Has PIT change the risk rules, the books, paper execution, orders and their placement, and what decides about
/// deliveries, one place at a time, and counts the changes that a test notices.
///
/// @param kind  of the run, for the files it leaves
/// @param tests which may notice, if not all of them: for each module's property the classes, as PIT names them
record Mutation(String kind, Map<String, String> tests) implements Body {

    /// Of a hundred changes to each package, so many must be noticed.
    private static final int GOAL = 85;

    private static final List<String> MODULES = List.of("common/domain", "common/stage");

    private static final Pattern CHANGE = Pattern.compile(
            "<mutation detected='(true|false)'.*?<mutatedClass>io\\.alphapanda\\.(?:domain|stage)\\.([a-z]+)\\.",
            Pattern.DOTALL);

    static Experiment experiment() {
        return new Experiment(
                "mutation",
                "Of the changes made to each package of the rules, the books, orders and the delivery protocol, one at"
                        + " a time, at least " + GOAL + " % make a test fail",
                "run",
                1,
                1,
                1,
                new Mutation("all", Map.of()),
                new Control(
                        "the tests of these packages",
                        new Mutation(
                                "control",
                                Map.of(
                                        "mutation.tests", "io.alphapanda.domain.money.*",
                                        "targetTests", "io.alphapanda.stage.secret.VaultTest"))));
    }

    @Override
    public String run(Trial trial) {
        try {
            for (var module : MODULES) {
                Files.deleteIfExists(report(trial.root(), module));
            }
            new Build(trial.root()).run("mutation-" + kind + ".log", arguments());
            var all = new StringBuilder();
            for (var module : MODULES) {
                all.append(kept(trial.root(), module));
            }
            return judged(all.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "-pl",
                MODULES.getLast(),
                "-am",
                "test",
                "-Pmutation",
                "-Dtest=NoneBesidePit",
                "-Dsurefire.failIfNoSpecifiedTests=false"));
        tests.forEach((property, classes) -> arguments.add("-D" + property + "=" + classes));
        return arguments;
    }

    private static Path report(Path root, String module) {
        return root.resolve(module + "/target/pit-reports/mutations.xml");
    }

    /// What was not noticed is read in the copy; the control's report takes the place of the first.
    private String kept(Path root, String module) throws IOException {
        var report = report(root, module);
        if (!Files.exists(report)) {
            throw new IllegalStateException(
                    "PIT came to nothing in " + module + "; see .panda/proof/mutation-" + kind + ".log");
        }
        var copy = root.resolve(".panda/proof/mutation-" + kind + "-" + module.replace('/', '-') + ".xml");
        Files.copy(report, copy, REPLACE_EXISTING);
        return Files.readString(report);
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
        if (all.isEmpty() || byPackage.values().stream().anyMatch(each -> 100 * noticed(each) < GOAL * each.size())) {
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
