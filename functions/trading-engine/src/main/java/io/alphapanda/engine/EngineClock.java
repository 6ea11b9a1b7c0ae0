package io.alphapanda.engine;

import io.alphapanda.engine.clock.SteadyTime;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The clock on the wall, and the one that is never set.
final class EngineClock {

    @Produces
    @Singleton
    static InstantSource wall() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    static SteadyTime steady() {
        return System::nanoTime;
    }
}
