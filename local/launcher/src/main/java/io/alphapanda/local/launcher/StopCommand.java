package io.alphapanda.local.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `panda stop`.
@Command(name = "stop", description = "Ends the running house, or what a killed one has left.")
final class StopCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 30;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var layout = Layout.find();
        var launcher = RunState.read(layout).flatMap(RunState::launcher);
        if (launcher.isEmpty()) {
            var ended = Leftovers.endAll(layout);
            out.println(
                    ended.isEmpty()
                            ? "no house is running"
                            : "no house is running; ended what a killed one had left: " + String.join(", ", ended));
            return 0;
        }
        launcher.get().destroy();
        try {
            launcher.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StartException(
                    "the house (pid " + launcher.get().pid() + ") did not end within " + PATIENCE_SECONDS + " s");
        }
        out.println("ended");
        return 0;
    }
}
