package io.alphapanda.local.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `panda halt BROKER` or `--all`: from its acknowledgement on no order of the lane reaches the broker; its working
/// entries are cancelled.
@Command(name = "halt", description = "Halts a broker, a strategy or all; exit 1 while orders may still arrive.")
final class HaltCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Whose whose;

    @Option(names = "--strategy", description = "Only this strategy; without it every one.")
    private String strategy;

    @Option(names = "--reducing", description = "Lets exits pass.")
    private boolean reducing;

    @Option(names = "--reason", required = true, description = "Why, for whoever looks later.")
    private String reason;

    @Override
    public Integer call() {
        return whose.tell(
                        spec.commandLine().getOut(),
                        order -> order.give(
                                reducing ? "REDUCING" : "HALTED", Optional.ofNullable(strategy), reason, false))
                ? 0
                : 1;
    }
}
