package io.alphapanda.local;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition, never for an amount of time.
public final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final long STEP_NANOS = 5_000_000L;

    private Await() {}

    /// Something that holds, or throws while it cannot be asked yet.
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    public static void until(String what, Condition condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (Exception e) { // asked too early
                last = e;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        fail("not within " + DEADLINE.toSeconds() + " s: " + what, last);
    }
}
