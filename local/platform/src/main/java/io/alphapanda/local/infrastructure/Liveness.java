package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// Whether a process still runs. A dead process whose parent has not collected it yet (a zombie: common in containers,
/// where process 1 is no init) counts as ended, although the operating system still lists it.
final class Liveness {
    private static final long STEP_NANOS = 20_000_000L;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private Liveness() {}

    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /// Waits, at most ten seconds, and says whether the process ended.
    static boolean awaitEnd(ProcessHandle process) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (runs(process)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }

    /// `/proc/<pid>/stat` is `pid (command) state ...`; elsewhere than on Linux there is no such file and no answer.
    private static boolean isZombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.isReadable(stat)) {
            return false;
        }
        try {
            String line = Files.readString(stat);
            return line.startsWith(" Z", line.lastIndexOf(')') + 1);
        } catch (IOException _) {
            return true; // gone between the two looks
        }
    }

    /// Waits, at most ten seconds, until no process works in this directory; where the operating system cannot tell
    /// (no `/proc`), the answer is no.
    static boolean awaitUnused(Path directory) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return false;
        }
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (ProcessHandle.allProcesses().anyMatch(process -> worksIn(process, directory))) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }

    private static boolean worksIn(ProcessHandle process, Path directory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(directory);
        } catch (IOException _) {
            return false; // ended, or not ours to look at
        }
    }
}
