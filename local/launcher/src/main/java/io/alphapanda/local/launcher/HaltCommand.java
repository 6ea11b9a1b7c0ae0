package io.alphapanda.local.launcher;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `panda halt BROKER`: from its acknowledgement on no order of the lane reaches the broker.
@Command(name = "halt", description = "Halts a broker or one strategy at it; exit 1 while orders may still arrive.")
final class HaltCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BROKER", description = "The account, as ACTIVE_BROKERS names it.")
    private String broker;

    @Option(names = "--strategy", description = "Only this strategy; without it the whole lane.")
    private String strategy;

    @Option(names = "--reducing", description = "Lets exits pass.")
    private boolean reducing;

    @Option(names = "--reason", required = true, description = "Why, for whoever looks later.")
    private String reason;

    @Override
    public Integer call() {
        try (var http = HttpClient.newHttpClient()) {
            var order = new TradingOrder(
                    EngineDoor.ofRunningHouse(http, broker), spec.commandLine().getOut());
            return order.give(reducing ? "REDUCING" : "HALTED", Optional.ofNullable(strategy), reason, false) ? 0 : 1;
        }
    }
}
