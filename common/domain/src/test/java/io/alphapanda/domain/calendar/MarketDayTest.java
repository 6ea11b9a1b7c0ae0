package io.alphapanda.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketDayTest {

    private static final SessionCalendar NSE = NseCalendar.cash();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-01-05T04:30:00Z | TRADING | true  | open until 15:30 (Asia/Kolkata)
            2026-01-05T03:00:00Z | TRADING | false | closed; opens Mon 2026-01-05 09:15 (Asia/Kolkata)
            2026-01-05T10:00:00Z | TRADING | false | closed; opens Tue 2026-01-06 09:15 (Asia/Kolkata)
            2026-01-10T04:30:00Z | WEEKEND | false | closed, a weekend; opens Mon 2026-01-12 09:15 (Asia/Kolkata)
            2026-01-26T04:30:00Z | HOLIDAY | false | closed, a holiday; opens Tue 2026-01-27 09:15 (Asia/Kolkata)
            2026-02-01T04:30:00Z | EXTRA   | true  | open until 15:30 (Asia/Kolkata)""")
    void aMomentIsToldForPeople(Instant moment, MarketDay.Kind kind, boolean open, String words) {
        var day = MarketDay.of(NSE, moment);

        assertThat(day.kind()).isEqualTo(kind);
        assertThat(day.open()).isEqualTo(open);
        assertThat(day.words()).isEqualTo(words);
        assertThat(day.yearIsKnown()).isTrue();
    }

    @Test
    void whileASessionGoesOnTheNextOneIsAnotherDays() {
        assertThat(MarketDay.of(NSE, Instant.parse("2026-01-05T04:30:00Z")).nextOpen())
                .contains(Instant.parse("2026-01-06T03:45:00Z"));
    }

    @Test
    void aYearWithoutHolidaysIsNotKnown() {
        assertThat(MarketDay.of(NSE, Instant.parse("2027-01-05T04:30:00Z")).yearIsKnown())
                .isFalse();
    }

    @Test
    void aDayCutShortIsNoUsualOne() {
        var short_ = NSE.withExtraSessions(LocalDate.of(2026, 1, 5), List.of(Session.of("09:15", "10:00")));

        assertThat(MarketDay.of(short_, Instant.parse("2026-01-05T05:00:00Z")).kind())
                .isEqualTo(MarketDay.Kind.EXTRA);
    }

    @Test
    void aMarketThatNeverClosesSaysSo() {
        var day = MarketDay.of(MarketCalendar.alwaysOpen(), Instant.parse("2026-01-10T04:30:00Z"));

        assertThat(day.open()).isTrue();
        assertThat(day.words()).isEqualTo("never closes");
    }
}
