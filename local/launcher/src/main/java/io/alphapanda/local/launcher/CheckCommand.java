package io.alphapanda.local.launcher;

import io.alphapanda.local.check.Audit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `panda check`.
@Command(name = "check", description = "Audits the books of the running house, or of the last one.")
final class CheckCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var layout = Layout.find();
        var state = LastRun.require(layout);
        try (var stores = LastRun.open(layout, state)) {
            var result = Audit.run(stores.stores().auditTarget(state.brokers()));
            System.out.println(result.asText());
            return result.ok() ? 0 : 1;
        }
    }
}
