package io.alphapanda.local.launcher;

import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.InfrastructureException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Clears up after a launcher that was killed: its functions go on running without it, and so do Redis and PostgreSQL.
/// A process is ended only if its command line names one of our packaged functions, or this house's data.
final class Leftovers {

    private static final long PATIENCE_SECONDS = 5;

    private Leftovers() {}

    /// Ends the functions; the servers are ended by the next start on their data.
    ///
    /// @return what was ended, as `risk-manager (pid 4711)`
    /// @throws StartException if the house runs
    static List<String> endFunctions(Layout layout) {
        var ended = new ArrayList<String>();
        RunState.read(layout).ifPresent(state -> {
            if (state.launcher().isPresent()) {
                throw new StartException(
                        "a house is running already (pid " + state.pid() + "); end it with ./panda stop");
            }
            state.children().forEach((name, pid) -> ProcessHandle.of(pid)
                    .filter(handle -> isOurs(layout, handle))
                    .ifPresent(handle -> {
                        endFamily(handle);
                        ended.add(named(name, pid));
                    }));
        });
        return ended;
    }

    /// Ends the functions and the servers.
    ///
    /// @return what was ended
    /// @throws StartException if the house runs, or another command is using its data
    static List<String> endAll(Layout layout) {
        var ended = new ArrayList<>(endFunctions(layout));
        try {
            Infrastructure.endLeftovers(layout.data()).forEach((name, pid) -> ended.add(named(name, pid)));
        } catch (InfrastructureException e) {
            throw new StartException(e.getMessage());
        }
        return ended;
    }

    private static String named(String name, long pid) {
        return name + " (pid " + pid + ")";
    }

    private static boolean isOurs(Layout layout, ProcessHandle handle) {
        return handle.info()
                .commandLine()
                .map(line -> line.contains(layout.root() + "/functions/"))
                .orElse(false);
    }

    /// What it has started would outlive it.
    private static void endFamily(ProcessHandle handle) {
        Stream.concat(Stream.of(handle), handle.descendants()).toList().forEach(Leftovers::end);
    }

    private static void end(ProcessHandle handle) {
        handle.destroy();
        CompletableFuture<ProcessHandle> ended = handle.onExit();
        try {
            ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            handle.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
