package io.alphapanda.engine.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A stretch of the broker's clock that requests are counted in, from the shortest to the longest.
public enum Window {
    SECOND(Duration.ofSeconds(1), Duration.ofMinutes(2)),
    MINUTE(Duration.ofMinutes(1), Duration.ofMinutes(10)),
    DAY(Duration.ofDays(1), Duration.ofDays(2));

    private final Duration length;
    private final Duration kept;

    Window(Duration length, Duration kept) {
        this.length = length;
        this.kept = kept;
    }

    /// How long it lasts; a day, mostly.
    Duration length() {
        return length;
    }

    /// The name used in keys and metrics: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How long its count is kept: past its end, so that a process whose clock is behind still finds it.
    Duration kept() {
        return kept;
    }

    /// Which one of its kind `now` falls in.
    String number(Instant now, ZoneId zone) {
        return switch (this) {
            case SECOND -> Long.toString(now.getEpochSecond());
            case MINUTE -> Long.toString(Math.floorDiv(now.getEpochSecond(), 60L));
            case DAY -> now.atZone(zone).toLocalDate().toString();
        };
    }

    /// When the next one begins.
    Instant end(Instant now, ZoneId zone) {
        return switch (this) {
            case SECOND -> now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            case MINUTE -> now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
            case DAY ->
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }
}
