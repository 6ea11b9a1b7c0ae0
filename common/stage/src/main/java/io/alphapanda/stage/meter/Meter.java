package io.alphapanda.stage.meter;

import java.util.List;

/// One meter.
///
/// @param name    in dots, without the suffixes of Prometheus
/// @param kind    what it does
/// @param labels  what it is broken down by, each with few values: never an id of an event, never an instrument
/// @param meaning for people, in one sentence
public record Meter(String name, Kind kind, List<String> labels, String meaning) {

    /// What a meter does, and what Prometheus makes of its name.
    public enum Kind {
        /// Only goes up, from zero at the start of the process.
        COUNTER("_total"),
        /// Goes up and down.
        GAUGE(""),
        /// How many and how long, in seconds: `_count`, `_sum` and `_max`.
        TIMER("_seconds"),
        /// The same with `_bucket`, for quantiles.
        HISTOGRAM("_seconds"),
        /// How many and how much, in basis points, with `_bucket`.
        BPS("_bps");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    public Meter {
        labels = List.copyOf(labels);
    }

    public static Meter counter(String name, String meaning, String... labels) {
        return new Meter(name, Kind.COUNTER, List.of(labels), meaning);
    }

    public static Meter gauge(String name, String meaning, String... labels) {
        return new Meter(name, Kind.GAUGE, List.of(labels), meaning);
    }

    public static Meter timer(String name, String meaning, String... labels) {
        return new Meter(name, Kind.TIMER, List.of(labels), meaning);
    }

    public static Meter histogram(String name, String meaning, String... labels) {
        return new Meter(name, Kind.HISTOGRAM, List.of(labels), meaning);
    }

    public static Meter bps(String name, String meaning, String... labels) {
        return new Meter(name, Kind.BPS, List.of(labels), meaning);
    }

    /// Its family's name at `/q/metrics`.
    public String prometheusName() {
        return name.replace('.', '_').replace('-', '_') + kind.suffix;
    }
}
