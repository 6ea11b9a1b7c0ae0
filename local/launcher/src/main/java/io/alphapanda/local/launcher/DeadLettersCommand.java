package io.alphapanda.local.launcher;

import io.alphapanda.stage.replay.DeadLetterReplay;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `panda dead-letters`.
@Command(
        name = "dead-letters",
        description = "Lists the events that could not be delivered, of the running house or of the last one.",
        subcommands = ReplayCommand.class)
final class DeadLettersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LetterArguments arguments;

    @Override
    public Integer call() {
        var layout = Layout.find();
        var state = LastRun.require(layout);
        var selection = arguments.selection(state.brokers());
        var out = spec.commandLine().getOut();
        try (var stores = LastRun.open(layout, state);
                var letters = DeadLetterReplay.open(stores.stores().replayTarget(state.brokers()))) {
            var count = letters.list(selection, new LetterLines(out, "can go to")::print);
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
