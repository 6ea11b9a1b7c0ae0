package io.alphapanda.local.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `panda resume BROKER` or `--all`: the lane, the strategy or the house may trade again. Their halts are not one: each
/// is ended by itself.
@Command(name = "resume", description = "Lets a broker, a strategy or all trade again.")
final class ResumeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Whose whose;

    @Option(names = "--strategy", description = "Only this strategy; without it every one.")
    private String strategy;

    @Option(names = "--reason", required = true, description = "Why, for whoever looks later.")
    private String reason;

    @Option(names = "--resolve-alarms", description = "The lane's standing alarms are dealt with.")
    private boolean resolveAlarms;

    @Override
    public Integer call() {
        return whose.tell(
                        spec.commandLine().getOut(),
                        order -> order.give("ACTIVE", Optional.ofNullable(strategy), reason, resolveAlarms))
                ? 0
                : 1;
    }
}
