package io.alphapanda.local.launcher;

import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `panda reconcile BROKER`: our books against the broker's, now.
@Command(
        name = "reconcile",
        description = "Compares our books with a broker's; exit 1 if they differ or it can't be read.")
final class ReconcileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BROKER", description = "The account, as ACTIVE_BROKERS names it.")
    private String broker;

    @Override
    public Integer call() {
        try (var http = HttpClient.newHttpClient()) {
            var reconciliation = new Reconciliation(
                    EngineDoor.ofRunningHouse(http, broker), spec.commandLine().getOut());
            return reconciliation.run() ? 0 : 1;
        }
    }
}
