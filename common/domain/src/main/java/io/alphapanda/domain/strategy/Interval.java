package io.alphapanda.domain.strategy;

import java.time.Duration;
import java.time.Instant;

/// What a strategy is shown: every tick, or bars of a fixed length.
public enum Interval {
    TICK("tick", Duration.ZERO),
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5));

    private final String label;
    private final Duration length;

    Interval(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    public String label() {
        return label;
    }

    /// The beginning of the interval `time` falls into.
    public Instant startOf(Instant time) {
        if (this == TICK) {
            return time;
        }
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }

    public static Interval of(String label) {
        for (var each : values()) {
            if (each.label.equals(label)) {
                return each;
            }
        }
        throw new IllegalArgumentException("interval '" + label + "' is unknown; use one of tick, 1m, 5m");
    }
}
