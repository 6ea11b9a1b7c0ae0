package io.alphapanda.engine;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The clock on the wall.
final class EngineClock {

    @Produces
    @Singleton
    static InstantSource wall() {
        return InstantSource.system();
    }
}
