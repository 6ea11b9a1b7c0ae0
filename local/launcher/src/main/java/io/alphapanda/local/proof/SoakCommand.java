package io.alphapanda.local.proof;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `panda soak`: exit 1 if a promise was broken, a control was not found out, or an experiment came to nothing.
@Command(name = "soak", description = "Tries to break the house's promises: faults, duplicates, random life.")
public final class SoakCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(SoakCommand.class);

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

    @Spec
    private CommandSpec spec;

    private final List<Experiment> all;

    /// Of all there are.
    public SoakCommand() {
        this(Experiments.ALL);
    }

    SoakCommand(List<Experiment> all) {
        this.all = all;
    }

    @Override
    public Integer call() {
        if (list) {
            all.forEach(each -> out().printf("%-16s %s%n", each.name(), each.promise()));
            return 0;
        }
        var known = all.stream().map(Experiment::name).toList();
        var unknown = names.stream().filter(each -> !known.contains(each)).findFirst();
        if (unknown.isPresent()) {
            err().println("panda: there is no experiment " + unknown.get() + "; there are " + String.join(", ", known));
            return 1;
        }
        return run(
                Path.of(System.getProperty("panda.root", ".")).toAbsolutePath().normalize());
    }

    private int run(Path root) {
        var laboratory = new Laboratory(root, what -> err().println("  " + what));
        var page = new ReliabilityPage(root);
        boolean proven = true;
        for (var experiment : chosen()) {
            err().println(experiment.name() + " …");
            try {
                var finding =
                        laboratory.run(experiment, inFull, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
                say(finding);
                if (write) {
                    page.write(all, List.of(finding));
                }
                proven &= finding.proves();
            } catch (NotHere needs) {
                out().println(experiment.name() + ": skipped, " + needs.getMessage());
            } catch (RuntimeException failure) {
                LOG.warn("{} came to nothing", experiment.name(), failure);
                out().println(experiment.name() + ": came to nothing, " + said(failure));
                proven = false;
            }
        }
        return proven ? 0 : 1;
    }

    /// Its own words, if they are meant for a reader.
    private static String said(RuntimeException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private List<Experiment> chosen() {
        return names.isEmpty()
                ? all
                : names.stream()
                        .flatMap(name -> all.stream().filter(each -> each.name().equals(name)))
                        .toList();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private void say(Finding finding) {
        var experiment = finding.experiment();
        out().printf(
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
