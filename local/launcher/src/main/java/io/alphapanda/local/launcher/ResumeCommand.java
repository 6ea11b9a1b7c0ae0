package io.alphapanda.local.launcher;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `panda resume BROKER`: the lane, or the strategy, may trade again. A lane's halt and a strategy's are two: each is
/// ended by itself.
@Command(name = "resume", description = "Lets a broker or one strategy at it trade again.")
final class ResumeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BROKER", description = "The account, as ACTIVE_BROKERS names it.")
    private String broker;

    @Option(names = "--strategy", description = "Only this strategy; without it the whole lane.")
    private String strategy;

    @Option(names = "--reason", required = true, description = "Why, for whoever looks later.")
    private String reason;

    @Option(names = "--resolve-alarms", description = "The lane's standing alarms are dealt with.")
    private boolean resolveAlarms;

    @Override
    public Integer call() {
        try (var http = HttpClient.newHttpClient()) {
            var order = new TradingOrder(
                    EngineDoor.ofRunningHouse(http, broker), spec.commandLine().getOut());
            return order.give("ACTIVE", Optional.ofNullable(strategy), reason, resolveAlarms) ? 0 : 1;
        }
    }
}
