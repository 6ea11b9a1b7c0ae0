package io.alphapanda.local.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `panda run`.
@Command(name = "run", description = "Runs the house: ticks in, booked fills out.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private RunArguments arguments;

    @Override
    public Integer call() {
        var layout = Layout.find();
        return new HouseRun(layout, arguments.options(), Launches.packaged(layout)).call();
    }
}
