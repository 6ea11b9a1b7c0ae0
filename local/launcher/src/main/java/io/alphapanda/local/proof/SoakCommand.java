package io.alphapanda.local.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `panda soak`: exit 1 if a promise was broken, or a control was not found out.
@Command(name = "soak", description = "Tries to break the house's promises: faults, duplicates, random life.")
public final class SoakCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "EXPERIMENT", description = "which; all. --list names them")
    private List<String> names = List.of();

    @Option(names = "--long", description = "each with its large count")
    private boolean inFull;

    @Option(names = "--seed", description = "of everything random; each experiment has one of its own")
    private Long seed;

    @Option(names = "--write", description = "write the results into docs/reliability.md")
    private boolean write;

    @Option(names = "--list", description = "say what there is, and run nothing")
    private boolean list;

    @Override
    public Integer call() {
        if (list) {
            Experiments.ALL.forEach(each -> System.out.printf("%-16s %s%n", each.name(), each.promise()));
            return 0;
        }
        var unknown =
                names.stream().filter(each -> Experiments.named(each).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            System.err.println("panda: there is no experiment " + unknown.getFirst() + "; there are "
                    + String.join(
                            ", ", Experiments.ALL.stream().map(Experiment::name).toList()));
            return 1;
        }
        return run(
                Path.of(System.getProperty("panda.root", ".")).toAbsolutePath().normalize());
    }

    private int run(Path root) {
        var laboratory = new Laboratory(root, what -> System.err.println("  " + what));
        var page = new ReliabilityPage(root);
        var findings = new ArrayList<Finding>();
        for (var experiment : chosen()) {
            System.err.println(experiment.name() + " …");
            try {
                var finding =
                        laboratory.run(experiment, inFull, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
                findings.add(finding);
                say(finding);
                if (write) {
                    page.write(Experiments.ALL, List.of(finding));
                }
            } catch (NotHere needs) {
                System.out.println(experiment.name() + ": skipped, " + needs.getMessage());
            }
        }
        return findings.stream().allMatch(Finding::proves) ? 0 : 1;
    }

    private List<Experiment> chosen() {
        return names.isEmpty()
                ? Experiments.ALL
                : names.stream()
                        .map(each -> Experiments.named(each).orElseThrow())
                        .toList();
    }

    private static void say(Finding finding) {
        var experiment = finding.experiment();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d %s, seed %d%n  %s: %s%n  control, %s: %s: %s%n",
                experiment.name(),
                finding.count(),
                experiment.unit(),
                finding.seed(),
                finding.held() ? "held" : "BROKEN",
                finding.words(),
                experiment.control().without(),
                finding.controlHeld() ? "found out" : "NOT FOUND OUT",
                finding.controlWords());
    }
}
