package io.alphapanda.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NseCalendarTest {

    private static final SessionCalendar CASH = NseCalendar.cash();
    private static final SessionCalendar OTHERS = NseCalendar.cashWithoutDerivatives();

    @ParameterizedTest(name = "{0}: with derivatives {1}, without {2}")
    @CsvSource({
        "2026-07-31T09:14:59, false, false",
        "2026-07-31T09:15:00, true,  true",
        "2026-07-31T15:29:59, true,  true",
        "2026-07-31T15:30:00, false, false",
        "2026-08-03T09:15:00, true,  true", // the closing auction's first day
        "2026-08-03T15:14:59, true,  true",
        "2026-08-03T15:15:00, false, true",
        "2026-08-03T15:29:59, false, true",
        "2026-08-03T15:30:00, false, false",
        "2026-07-25T11:00:00, false, false", // Saturday
        "2026-07-26T11:00:00, false, false", // Sunday
        "2026-02-01T09:14:59, false, false", // Budget Sunday
        "2026-02-01T09:15:00, true,  true",
        "2026-02-01T15:29:59, true,  true",
        "2026-02-01T15:30:00, false, false",
        "2026-11-08T18:30:00, false, false", // Muhurat: hours not announced, so not assumed
    })
    void knowsToTheSecondWhenItIsOpen(LocalDateTime moment, boolean withDerivatives, boolean without) {
        assertThat(CASH.isOpen(ist(moment))).isEqualTo(withDerivatives);
        assertThat(OTHERS.isOpen(ist(moment))).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-15", "2026-01-26", "2026-03-03", "2026-03-26", "2026-03-31", "2026-04-03", "2026-04-14",
                "2026-05-01", "2026-05-28", "2026-06-26", "2026-09-14", "2026-10-02", "2026-10-20", "2026-11-10",
                "2026-11-24", "2026-12-25"
            })
    void restsOnTheHolidaysOf2026(LocalDate day) {
        assertThat(CASH.sessionsOn(day)).isEmpty();
        assertThat(OTHERS.sessionsOn(day)).isEmpty();
    }

    @Test
    void trades246DaysIn2026() {
        // 261 weekdays, less 16 holidays, and the Budget Sunday; a holiday more or less shows here.
        var days = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> !CASH.sessionsOn(day).isEmpty())
                .count();
        assertThat(days).isEqualTo(261 - 16 + 1);
    }

    @ParameterizedTest(name = "after {0} it opens {1}")
    @CsvSource({
        "2026-01-30T15:30:00, 2026-02-01T09:15:00", // Friday before the Budget Sunday
        "2026-04-02T16:00:00, 2026-04-06T09:15:00", // Good Friday, then the weekend
        "2026-08-03T15:15:00, 2026-08-04T09:15:00",
        "2026-08-03T10:00:00, 2026-08-03T10:00:00", // open already
        "2026-08-03T09:15:00, 2026-08-03T09:15:00",
        "2026-12-31T15:15:00, 2027-01-01T09:15:00", // no list for 2027: every weekday counts as a trading day
    })
    void findsTheNextOpening(LocalDateTime moment, LocalDateTime open) {
        assertThat(CASH.nextOpen(ist(moment))).contains(ist(open));
    }

    @Test
    void tradesOnEveryWeekdayOfAYearWhoseHolidaysNobodyEntered() {
        assertThat(CASH.isOpen(ist(LocalDateTime.parse("2027-01-26T10:00:00")))).isTrue();
        assertThat(CASH.isOpen(ist(LocalDateTime.parse("2027-01-30T10:00:00")))).isFalse();
    }

    @Test
    void takesTheMuhuratSessionOnceItsHoursAreKnown() {
        var diwali = LocalDate.of(2026, 11, 8);
        var calendar = CASH.withExtraSessions(diwali, List.of(Session.of("13:45", "14:45")));
        assertThat(calendar.nextOpen(ist(diwali.atStartOfDay()))).contains(ist(diwali.atTime(13, 45)));
        assertThat(calendar.isOpen(ist(diwali.atTime(14, 45)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Pacific/Kiritimati"})
    void startsItsTradingDayAtMidnightInIndiaWhereverTheHostStands(String host) {
        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(host));
        try {
            assertThat(CASH.tradingDay(Instant.parse("2026-07-30T18:29:59Z"))).isEqualTo("2026-07-30");
            assertThat(CASH.tradingDay(Instant.parse("2026-07-30T18:30:00Z"))).isEqualTo("2026-07-31");
            assertThat(CASH.isOpen(Instant.parse("2026-07-31T03:44:59Z"))).isFalse();
            assertThat(CASH.isOpen(Instant.parse("2026-07-31T03:45:00Z"))).isTrue();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static Instant ist(LocalDateTime local) {
        return local.atZone(ZoneId.of("Asia/Kolkata")).toInstant();
    }
}
