package io.alphapanda.local.launcher;

import io.alphapanda.stage.replay.DeadLetter;
import io.alphapanda.stage.replay.DeadLetterReplay;
import io.alphapanda.stage.replay.Verdict;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Looks at dead letters and changes nothing.
abstract class LookCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LetterArguments arguments;

    /// Told each letter, with what a replay would do with it.
    abstract BiConsumer<DeadLetter, Verdict> teller(PrintWriter out);

    @Override
    public Integer call() {
        var layout = Layout.find();
        var state = LastRun.require(layout);
        var selection = arguments.selection(state.brokers());
        var out = spec.commandLine().getOut();
        try (var stores = LastRun.open(layout, state);
                var letters = DeadLetterReplay.open(stores.stores().replayTarget(state.brokers()))) {
            var count = letters.list(selection, teller(out));
            out.printf(
                    "%d dead letters: %d can be replayed, %d were, %d stay%s%n",
                    count.all(),
                    count.replayed(),
                    count.earlier(),
                    count.refused(),
                    count.beyond() == 0 ? "" : "; " + count.beyond() + " not shown, see --limit");
            return 0;
        }
    }
}
