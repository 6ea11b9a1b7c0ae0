package io.alphapanda.api;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// It is always 10:00 in Mumbai.
@Mock
final class FixedClock {

    static final Instant NOW = Instant.parse("2026-01-05T04:30:00Z");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
