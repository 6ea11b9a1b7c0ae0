package io.alphapanda.local.kite.fault;

import java.time.Duration;

/// Bounds of a fault's numbers.
final class Checks {
    private Checks() {}

    static void errorStatus(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("fault status must be 400 to 599 but is " + status);
        }
    }

    static void positive(String field, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("fault %s must be at least 1 but is %d".formatted(field, value));
        }
    }

    static void delay(Duration delay) {
        if (delay.isNegative() || delay.isZero()) {
            throw new IllegalArgumentException("fault delay must be positive but is " + delay);
        }
    }
}
