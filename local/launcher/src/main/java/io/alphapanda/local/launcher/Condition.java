package io.alphapanda.local.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another process does, which can only be asked for again and again: with a bound, and not past an
/// interrupt.
final class Condition {

    private static final Duration OFTEN = Duration.ofMillis(50);

    private Condition() {}

    /// True as soon as it holds; false if it did not in time, or the thread was interrupted.
    static boolean await(Duration within, BooleanSupplier holds) {
        return await(within, OFTEN, holds);
    }

    /// The same, asked as seldom as told.
    static boolean await(Duration within, Duration every, BooleanSupplier holds) {
        long begun = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - begun > within.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(every.toNanos());
        }
        return true;
    }
}
