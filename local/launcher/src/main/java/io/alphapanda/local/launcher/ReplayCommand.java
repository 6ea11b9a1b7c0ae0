package io.alphapanda.local.launcher;

import io.alphapanda.stage.replay.DeadLetterReplay;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `panda dead-letters replay`.
@Command(
        name = "replay",
        description = "Publishes dead letters to the topics they came from, under their old ids (the house must run)."
                + " Exit code 3 if some have to stay.")
final class ReplayCommand implements Callable<Integer> {

    private static final int SOME_STAY = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LetterArguments arguments;

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean dryRun;

    @Option(names = "--again", description = "Also those that were replayed before.")
    private boolean again;

    @Override
    public Integer call() {
        var layout = Layout.find();
        var state = LastRun.require(layout);
        var selection = arguments.selection(state.brokers());
        if (!dryRun && state.launcher().isEmpty()) {
            throw new StartException("no house is running, so nobody would take the events in, and the next"
                    + " ./panda run begins with empty topics; --dry-run looks at those of the last one");
        }
        var out = spec.commandLine().getOut();
        try (var stores = LastRun.open(layout, state);
                var letters = DeadLetterReplay.open(stores.stores().replayTarget(state.brokers()))) {
            var count = dryRun
                    ? letters.dryRun(selection, again, new LetterLines(out, "would go to")::print)
                    : letters.replay(selection, again, new LetterLines(out, "gone to")::print);
            sumUp(out, count);
            return count.refused() == 0 ? 0 : SOME_STAY;
        }
    }

    private void sumUp(PrintWriter out, DeadLetterReplay.Count count) {
        out.printf(
                "%d of %d dead letters %s, %d were before, %d stay%s%n",
                count.replayed(),
                count.all(),
                dryRun ? "would be replayed" : "replayed",
                count.earlier(),
                count.refused(),
                count.beyond() == 0 ? "" : "; " + count.beyond() + " left for later, see --limit");
    }
}
