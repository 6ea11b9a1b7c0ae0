package io.alphapanda.feed.kite;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.calendar.NseCalendar;
import io.alphapanda.kite.ticker.Reconnect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When to try again, when a day is which, when a silence is an alarm.
class RulesOfTimeTest {

    @ParameterizedTest(name = "after {0} failures {1} s")
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "100000, 60"})
    void aPauseDoublesUpToAMinute(int failures, int seconds) {
        assertThat(Reconnect.USUAL.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest(name = "{0}: {1}, begun: {2}")
    @CsvSource({
        "2026-11-25T18:29:59Z, kite-2026-11-25, true",
        "2026-11-25T18:30:00Z, kite-2026-11-26, false",
        "2026-11-26T02:59:59Z, kite-2026-11-26, false",
        "2026-11-26T03:00:00Z, kite-2026-11-26, true",
    })
    void aDayIsAnIndianDateAndBeginsWhenItsInstrumentsAreKnown(Instant moment, String stream, boolean begun) {
        var hours = new TradingHours("kite", LocalTime.of(8, 30), NseCalendar.cash());

        assertThat(hours.stream(TradingHours.date(moment))).hasToString(stream);
        assertThat(hours.hasBegun(moment)).isEqualTo(begun);
        assertThat(TradingHours.date(Instant.parse("2026-11-26T12:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 26));
    }

    /// Thursday 2026-11-26, open from 03:45:00Z to 09:45:00Z; the 24th is a holiday.
    @ParameterizedTest(name = "at {0}, listening since {1}, last tick {2}: {3}")
    @CsvSource({
        "2026-11-26T05:00:00Z, 2026-11-26T03:00:00Z, 2026-11-26T04:59:00Z, true",
        "2026-11-26T05:00:00Z, 2026-11-26T03:00:00Z, 2026-11-26T04:59:01Z, false",
        "2026-11-26T05:00:00Z, 2026-11-26T03:00:00Z, , true",
        "2026-11-26T05:00:00Z, 2026-11-26T04:59:30Z, , false",
        "2026-11-26T03:45:30Z, 2026-11-26T03:00:00Z, , false",
        "2026-11-26T03:46:00Z, 2026-11-26T03:00:00Z, , true",
        "2026-11-26T09:44:59Z, 2026-11-26T03:00:00Z, , true",
        "2026-11-26T09:45:00Z, 2026-11-26T03:00:00Z, , false",
        "2026-11-24T05:00:00Z, 2026-11-24T03:00:00Z, , false",
        "2026-11-28T05:00:00Z, 2026-11-28T03:00:00Z, , false",
    })
    void ticksAreOverdueOnlyWhileTheMarketIsOpen(Instant now, Instant since, Instant lastTick, boolean stalled) {
        var rule = new StallRule(NseCalendar.cash(), Duration.ofMinutes(1));

        assertThat(rule.isStalled(
                        now,
                        Duration.between(since, now),
                        Optional.ofNullable(lastTick).map(each -> Duration.between(each, now))))
                .isEqualTo(stalled);
    }
}
