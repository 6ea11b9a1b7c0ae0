package io.alphapanda.local.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, never for an amount of time.
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long STEP_NANOS = 5_000_000;

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        until(PATIENCE, what, condition);
    }

    static void until(Duration patience, String what, BooleanSupplier condition) {
        var deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
