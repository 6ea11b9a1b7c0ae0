package io.alphapanda.local.launcher;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `panda dev FUNCTION`.
@Command(name = "dev", description = "Runs the house with one function from its sources; a change is loaded at once.")
final class DevCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FUNCTION", description = "Whose code you work on, such as strategy-runner")
    private String function;

    @Mixin
    private RunArguments arguments;

    @Override
    public Integer call() {
        var layout = Layout.find();
        if (!layout.functions().contains(function)) {
            throw new StartException(
                    "there is no function " + function + "; there are " + String.join(", ", layout.functions()));
        }
        var options = arguments.options();
        if (options.isolated()) {
            throw new StartException("dev goes with one process for all brokers; leave --isolated out");
        }
        if (options.door() == Door.STREAM) {
            throw new StartException("dev holds delivery while the code does not compile, which only the function door"
                    + " lets it do; leave --door out");
        }
        Leftovers.endFunctions(layout);
        return new HouseRun(
                        layout,
                        options,
                        new Launches(layout, function, new DevMode(layout, Maven.forDevMode(layout)), Map.of()))
                .call();
    }
}
