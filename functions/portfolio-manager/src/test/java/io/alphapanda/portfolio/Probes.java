package io.alphapanda.portfolio;

import io.alphapanda.stage.testing.DyingProbe;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The probe of this module's tests.
final class Probes {

    @Produces
    @Singleton
    static DyingProbe probe() {
        return new DyingProbe();
    }
}
