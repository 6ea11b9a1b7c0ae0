package io.alphapanda.local.proof.house;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Time that passes between faults.
final class Pause {

    private static final long OFTEN_MILLIS = 50;

    private Pause() {}

    static void of(long millis) {
        until(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /// @param until a moment of `System.nanoTime()`; one that is over is no pause
    static void until(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// Until it holds, but no longer than that.
    static void until(long mostMillis, BooleanSupplier holds) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        while (!holds.getAsBoolean() && System.nanoTime() < until) {
            of(OFTEN_MILLIS);
        }
    }
}
