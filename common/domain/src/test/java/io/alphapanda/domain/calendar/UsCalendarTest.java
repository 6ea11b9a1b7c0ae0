package io.alphapanda.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsCalendarTest {

    private static final SessionCalendar US = UsCalendar.equities();

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T09:29:59, false",
        "2026-03-05T09:30:00, true",
        "2026-03-05T15:59:59, true",
        "2026-03-05T16:00:00, false",
        "2026-03-07T11:00:00, false", // Saturday
        "2026-07-02T15:59:59, true", // before the observed holiday: a whole day
        "2026-11-27T12:59:59, true", // the day after Thanksgiving
        "2026-11-27T13:00:00, false",
        "2026-12-24T12:59:59, true",
        "2026-12-24T13:00:00, false",
    })
    void knowsToTheSecondWhenItIsOpen(LocalDateTime moment, boolean open) {
        assertThat(US.isOpen(newYork(moment))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06T14:30:00Z", "2026-03-09T13:30:00Z"})
    void opensByNewYorksClockBeforeAndAfterItIsPutForward(Instant opening) {
        assertThat(US.isOpen(opening)).isTrue();
        assertThat(US.isOpen(opening.minusSeconds(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-19",
                "2026-02-16",
                "2026-04-03",
                "2026-05-25",
                "2026-06-19",
                "2026-07-03",
                "2026-09-07",
                "2026-11-26",
                "2026-12-25"
            })
    void restsOnTheHolidaysOf2026(LocalDate day) {
        assertThat(US.sessionsOn(day)).isEmpty();
    }

    @Test
    void trades251DaysIn2026() {
        // 261 weekdays, less 10 holidays; one more or less shows here.
        var days = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> !US.sessionsOn(day).isEmpty())
                .count();
        assertThat(days).isEqualTo(261 - 10);
    }

    @Test
    void startsItsTradingDayAtMidnightInNewYork() {
        assertThat(US.tradingDay(Instant.parse("2026-03-06T04:59:59Z"))).isEqualTo("2026-03-05");
        assertThat(US.tradingDay(Instant.parse("2026-03-06T05:00:00Z"))).isEqualTo("2026-03-06");
    }

    private static Instant newYork(LocalDateTime local) {
        return local.atZone(ZoneId.of("America/New_York")).toInstant();
    }
}
