package io.alphapanda.local.launcher;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Clears up after a launcher that was killed: its functions go on running without it. A process is ended only if its
/// command line names one of our packaged functions.
final class Leftovers {

    private static final long PATIENCE_SECONDS = 5;

    private Leftovers() {}

    static void end(Layout layout) {
        RunState.read(layout).ifPresent(state -> {
            if (state.launcher().isPresent()) {
                throw new StartException(
                        "a house is running already (pid " + state.pid() + "); end it with ./panda stop");
            }
            state.children().values().forEach(pid -> ProcessHandle.of(pid)
                    .filter(handle -> isOurs(layout, handle))
                    .ifPresent(Leftovers::endFamily));
        });
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
