package io.alphapanda.local.proof.house;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Time that passes between faults.
final class Pause {

    private Pause() {}

    static void of(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
