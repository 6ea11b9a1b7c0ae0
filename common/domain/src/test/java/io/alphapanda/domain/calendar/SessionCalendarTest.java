package io.alphapanda.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionCalendarTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Session MORNING = Session.of("09:00", "12:00");
    private static final Session AFTERNOON = Session.of("13:00", "16:00");
    private static final SessionRule RULE = new SessionRule(LocalDate.EPOCH, List.of(MORNING, AFTERNOON));

    private static final SessionCalendar TWO_SESSIONS =
            new SessionCalendar(NEW_YORK, List.of(RULE), Set.of(), Map.of());

    @Test
    void isClosedOverLunchAndOpensAgainAfterIt() {
        assertThat(TWO_SESSIONS.isOpen(at("2026-03-02T11:59:59.999999999"))).isTrue();
        assertThat(TWO_SESSIONS.isOpen(at("2026-03-02T12:00:00"))).isFalse();
        assertThat(TWO_SESSIONS.nextOpen(at("2026-03-02T12:00:00"))).contains(at("2026-03-02T13:00:00"));
        assertThat(TWO_SESSIONS.isOpen(at("2026-03-02T13:00:00"))).isTrue();
    }

    @Test
    void opensAtTheSameWallClockTimeOnBothSidesOfADaylightSavingChange() {
        // New York's clocks went forward on Sunday 2026-03-08.
        assertThat(TWO_SESSIONS.nextOpen(at("2026-03-05T16:00:00"))).contains(Instant.parse("2026-03-06T14:00:00Z"));
        assertThat(TWO_SESSIONS.nextOpen(at("2026-03-06T16:00:00"))).contains(Instant.parse("2026-03-09T13:00:00Z"));
    }

    @Test
    void isClosedBeforeItsFirstRuleTakesEffect() {
        var calendar =
                new SessionCalendar(NEW_YORK, List.of(new SessionRule(MONDAY, List.of(MORNING))), Set.of(), Map.of());
        assertThat(calendar.isOpen(at("2026-02-27T10:00:00"))).isFalse();
        assertThat(calendar.nextOpen(at("2026-02-27T10:00:00"))).contains(at("2026-03-02T09:00:00"));
    }

    @Test
    void knowsNoNextOpeningWhenNoneComesWithinAYear() {
        var calendar =
                new SessionCalendar(NEW_YORK, List.of(new SessionRule(MONDAY, List.of(MORNING))), Set.of(), Map.of());
        assertThat(calendar.nextOpen(at("2025-03-01T10:00:00"))).contains(at("2026-03-02T09:00:00"));
        assertThat(calendar.nextOpen(at("2025-02-28T10:00:00"))).isEmpty();
    }

    @Test
    void takesALateHolidayAndALateExtraSession() {
        var saturday = LocalDate.of(2026, 3, 7);
        var calendar = TWO_SESSIONS
                .withHolidays(Set.of(MONDAY))
                .withExtraSessions(saturday, List.of(Session.of("10:00", "11:00")));
        assertThat(calendar.sessionsOn(MONDAY)).isEmpty();
        assertThat(calendar.sessionsOn(MONDAY.plusDays(1))).containsExactly(MORNING, AFTERNOON);
        assertThat(calendar.sessionsOn(saturday)).containsExactly(Session.of("10:00", "11:00"));
        assertThat(TWO_SESSIONS.sessionsOn(MONDAY)).as("the original").containsExactly(MORNING, AFTERNOON);
    }

    @Test
    void letsAnExtraSessionOverrideAHolidayAndShortenAnOrdinaryDay() {
        var calendar = TWO_SESSIONS
                .withHolidays(Set.of(MONDAY))
                .withExtraSessions(MONDAY, List.of(MORNING))
                .withExtraSessions(MONDAY.plusDays(1), List.of(AFTERNOON));
        assertThat(calendar.sessionsOn(MONDAY)).containsExactly(MORNING);
        assertThat(calendar.sessionsOn(MONDAY.plusDays(1))).containsExactly(AFTERNOON);
    }

    @Test
    void refusesWhatMakesNoSense() {
        refused("session 12:00-12:00 must open before it closes", () -> Session.of("12:00", "12:00"));
        refused(
                "sessions effective from 2026-03-02 is empty; name at least one session, or make the day a holiday",
                () -> new SessionRule(MONDAY, List.of()));
        refused(
                "sessions effective from 2026-03-02 session 11:00-13:00 must open at or after 12:00, when the one"
                        + " before it closes",
                () -> new SessionRule(MONDAY, List.of(MORNING, Session.of("11:00", "13:00"))));
        refused(
                "extraSessions of 2026-03-02 is empty; name at least one session, or make the day a holiday",
                () -> TWO_SESSIONS.withExtraSessions(MONDAY, List.of()));
        refused(
                "rules is empty; name at least one",
                () -> new SessionCalendar(NEW_YORK, List.of(), Set.of(), Map.of()));
        refused(
                "rules[1].effectiveFrom 1970-01-01 must be after 1970-01-01, the date of the rule before it",
                () -> new SessionCalendar(NEW_YORK, List.of(RULE, RULE), Set.of(), Map.of()));
    }

    private static void refused(String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessage(message);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
