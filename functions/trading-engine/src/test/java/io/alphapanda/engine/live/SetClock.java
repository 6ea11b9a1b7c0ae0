package io.alphapanda.engine.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The wall's clock of all tests of this room; one that somebody sets goes on from there.
@Alternative
@Priority(1)
@Singleton
final class SetClock implements InstantSource {

    private static volatile Duration ahead = Duration.ZERO;

    static Instant now() {
        return Instant.now().plus(ahead);
    }

    /// @param by back, if below zero
    static void set(Duration by) {
        ahead = ahead.plus(by);
    }

    static void right() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return now();
    }
}
