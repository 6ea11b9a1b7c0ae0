package io.alphapanda.local.launcher;

import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.InfrastructureException;
import io.alphapanda.local.infrastructure.InfrastructureOptions;
import io.alphapanda.local.infrastructure.Ports;

/// The stores of the running house; if none runs, those of the last one, opened for the time of a command.
///
/// @param stores where they are
/// @param opened what has to be closed again; null if the house runs
record LastRun(Stores stores, Infrastructure opened) implements AutoCloseable {

    static RunState require(Layout layout) {
        return RunState.read(layout)
                .orElseThrow(() -> new StartException("nothing has run here yet; ./panda run first"));
    }

    static LastRun open(Layout layout, RunState state) {
        if (state.launcher().isPresent()) {
            return new LastRun(Stores.of(state), null);
        }
        try {
            var infrastructure = Infrastructure.start(new InfrastructureOptions(layout.data(), Ports.FREE));
            return new LastRun(Stores.of(infrastructure), infrastructure);
        } catch (InfrastructureException e) {
            throw new StartException(e.getMessage());
        }
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
