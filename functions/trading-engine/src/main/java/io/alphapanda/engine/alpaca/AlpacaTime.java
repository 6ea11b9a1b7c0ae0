package io.alphapanda.engine.alpaca;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days at Alpaca, which are New York's.
final class AlpacaTime {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /// Clocks differ: an order sent just after our midnight may be one of the day before by theirs. What is read too
    /// much is told apart by its id.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private AlpacaTime() {}

    static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /// A moment before everything of that day.
    static Instant before(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().minus(SKEW);
    }
}
