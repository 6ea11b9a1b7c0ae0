package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.calendar.NseCalendar;
import io.alphapanda.domain.calendar.Session;
import io.alphapanda.domain.calendar.SessionCalendar;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.Trial;
import io.alphapanda.local.proof.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.UnaryOperator;

/// Moments of all kinds, most of them at an edge (midnight in India, a session's opening and close, the nights the
/// host's clock is changed), on hosts of many zones. What the calendar says is compared with plain arithmetic: India
/// is five and a half hours ahead, always.
public final class Clock {

    private static final Duration AHEAD = Duration.ofMinutes(330);
    private static final List<String> HOSTS = List.of(
            "UTC", "Asia/Kolkata", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati");

    /// Midnight, 09:15, 15:15 and 15:30 in India, in minutes of its day.
    private static final int[] EDGES = {0, 555, 915, 930};

    private static final LocalDate BUDGET_SUNDAY = LocalDate.of(2026, 2, 1);
    private static final LocalDate MUHURAT = LocalDate.of(2026, 11, 8);
    private static final LocalDate REPUBLIC_DAY = LocalDate.of(2026, 1, 26);
    private static final List<LocalDate> DAYS = List.of(
            BUDGET_SUNDAY,
            MUHURAT,
            REPUBLIC_DAY,
            LocalDate.of(2026, 3, 29), // clocks change in Europe
            LocalDate.of(2026, 3, 8), // … and in America
            LocalDate.of(2026, 4, 5), // … and in Australia
            LocalDate.of(2026, 7, 31), // the last day that ended at 15:30
            LocalDate.of(2026, 8, 3)); // the first that ended at 15:15

    /// The hours of an extra session, as an exchange would announce them.
    private static final Map<LocalDate, int[]> EXTRA =
            Map.of(BUDGET_SUNDAY, new int[] {555, 930}, MUHURAT, new int[] {1_080, 1_140});

    private Clock() {}

    public static Experiment experiment() {
        return new Experiment(
                "clock",
                "Trading days, sessions and daily counters go by the market's clock, whatever the host's zone and its"
                        + " daylight saving, and however the clock steps",
                "moments",
                100_000,
                5_000_000,
                10,
                trial -> watch(trial, UnaryOperator.identity()),
                new Control("the market's own zone (the host's instead)", trial -> watch(trial, Clock::byTheHost)));
    }

    private static SessionCalendar byTheHost(SessionCalendar calendar) {
        return new SessionCalendar(
                ZoneId.systemDefault(), calendar.rules(), calendar.holidays(), calendar.extraSessions());
    }

    private static String watch(Trial trial, UnaryOperator<SessionCalendar> spoilt) {
        var zone = TimeZone.getDefault();
        try {
            for (var host : HOSTS) {
                TimeZone.setDefault(TimeZone.getTimeZone(host));
                watch(new Random(trial.seed()), trial.count() / HOSTS.size(), spoilt.apply(calendar()));
            }
        } finally {
            TimeZone.setDefault(zone);
        }
        return HOSTS.size() + " host zones, a tenth of the moments asked for a trade, the clock jumping back and forth";
    }

    private static SessionCalendar calendar() {
        return NseCalendar.cash().withExtraSessions(MUHURAT, List.of(Session.of("18:00", "19:00")));
    }

    private static void watch(Random random, long moments, SessionCalendar calendar) {
        var count = new DailyCount(Clock::day);
        for (long i = 0; i < moments; i++) {
            var moment = moment(random);
            var day = day(moment);
            same("trading day of " + moment, calendar.tradingDay(moment), day);
            same("open at " + moment, calendar.isOpen(moment), isOpen(moment));
            calendar.nextOpen(moment).ifPresent(next -> {
                same("open at " + next, true, isOpen(next));
                same("next opening of " + moment + " is not before it", false, next.isBefore(moment));
            });
            if (i % 10 == 0) {
                count.ask(moment);
            }
        }
    }

    /// Anywhere in three years, or within ten minutes of an edge, or on it.
    private static Instant moment(Random random) {
        if (random.nextInt(4) == 0) {
            return Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 365 * 86_400));
        }
        var day = random.nextBoolean()
                ? DAYS.get(random.nextInt(DAYS.size()))
                : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        var edge = Instant.EPOCH
                .plus(Duration.ofDays(day.toEpochDay()))
                .plus(Duration.ofMinutes(EDGES[random.nextInt(EDGES.length)]))
                .minus(AHEAD);
        return switch (random.nextInt(3)) {
            case 0 -> edge;
            case 1 -> edge.plusMillis(random.nextInt(-1, 2));
            default -> edge.plusMillis(random.nextInt(-600_000, 600_001));
        };
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(moment.plus(AHEAD).toEpochMilli(), 86_400_000L));
    }

    private static boolean isOpen(Instant moment) {
        var day = day(moment);
        long millis = Math.floorMod(moment.plus(AHEAD).toEpochMilli(), 86_400_000L);
        var hours = hours(day);
        return millis >= hours[0] * 60_000L && millis < hours[1] * 60_000L;
    }

    /// From when to when, in minutes of the day; nothing where the two are the same.
    private static int[] hours(LocalDate day) {
        if (EXTRA.containsKey(day)) {
            return EXTRA.get(day);
        }
        boolean weekend = Math.floorMod(day.toEpochDay() + 3, 7) > 4;
        if (weekend || NseCalendar.cash().holidays().contains(day)) {
            return new int[] {0, 0};
        }
        return new int[] {555, day.isBefore(LocalDate.of(2026, 8, 3)) ? 930 : 915};
    }

    private static void same(String what, Object is, Object mustBe) {
        if (!is.equals(mustBe)) {
            throw new Violation(what + " (host in " + ZoneId.systemDefault() + "): " + is + ", must be " + mustBe);
        }
    }
}
