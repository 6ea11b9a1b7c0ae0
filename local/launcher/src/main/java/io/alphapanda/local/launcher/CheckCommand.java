package io.alphapanda.local.launcher;

import io.alphapanda.local.check.Audit;
import java.net.URI;
import java.util.Optional;
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
            var result = Audit.run(stores.stores().auditTarget(state.brokers(), simulator(state)));
            System.out.println(result.asText());
            return result.ok() ? 0 : 1;
        }
    }

    /// It ended with its house.
    private static Optional<URI> simulator(RunState state) {
        return state.launcher()
                .flatMap(_ -> Optional.ofNullable(state.addresses().get(SimulatedBroker.ADDRESS)))
                .map(URI::create);
    }
}
