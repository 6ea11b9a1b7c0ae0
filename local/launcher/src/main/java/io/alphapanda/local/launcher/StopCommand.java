package io.alphapanda.local.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/// `panda stop`.
@Command(name = "stop", description = "Ends the running house.")
final class StopCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 30;

    @Override
    public Integer call() throws Exception {
        var layout = Layout.find();
        var launcher = RunState.read(layout).flatMap(RunState::launcher);
        if (launcher.isEmpty()) {
            Leftovers.end(layout);
            System.out.println("no house is running");
            return 0;
        }
        launcher.get().destroy();
        try {
            launcher.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StartException(
                    "the house (pid " + launcher.get().pid() + ") did not end within " + PATIENCE_SECONDS + " s");
        }
        System.out.println("ended");
        return 0;
    }
}
