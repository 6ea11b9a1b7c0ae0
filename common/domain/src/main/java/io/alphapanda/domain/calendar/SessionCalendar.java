package io.alphapanda.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A market with opening hours.
///
/// ```
/// extra sessions of the day, if any  >  holiday or weekend: closed  >  the rule in force that day
/// ```
///
/// A year whose holidays nobody has entered yet is simply a year without holidays; exchanges publish their list each
/// December and change it later, so dates are added with [#withHolidays] and [#withExtraSessions].
///
/// @param zone          the market's wall clock, whatever the host's is
/// @param rules         in order of their dates; before the first one the market is closed
/// @param holidays      days without trading
/// @param extraSessions what is traded on a special day (a weekend, a holiday, a shortened day) instead of anything
///                      else
public record SessionCalendar(
        ZoneId zone, List<SessionRule> rules, Set<LocalDate> holidays, Map<LocalDate, List<Session>> extraSessions)
        implements MarketCalendar {

    /// How far ahead the next opening is looked for.
    private static final int DAYS_AHEAD = 366;

    public SessionCalendar {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rules is empty; name at least one");
        }
        for (int i = 1; i < rules.size(); i++) {
            if (!rules.get(i).effectiveFrom().isAfter(rules.get(i - 1).effectiveFrom())) {
                throw new IllegalArgumentException(
                        "rules[" + i + "].effectiveFrom " + rules.get(i).effectiveFrom() + " must be after "
                                + rules.get(i - 1).effectiveFrom() + ", the date of the rule before it");
            }
        }
        extraSessions.forEach((day, sessions) -> Session.ofOneDay("extraSessions of " + day, sessions));
        rules = List.copyOf(rules);
        holidays = Set.copyOf(holidays);
        extraSessions = Map.copyOf(extraSessions);
    }

    @Override
    public boolean isOpen(Instant moment) {
        var local = moment.atZone(zone).toLocalDateTime();
        for (var session : sessionsOn(local.toLocalDate())) {
            if (session.holds(local.toLocalTime())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Instant> nextOpen(Instant moment) {
        if (isOpen(moment)) {
            return Optional.of(moment);
        }
        var today = tradingDay(moment);
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            var day = today.plusDays(ahead);
            for (var session : sessionsOn(day)) {
                var open = day.atTime(session.open()).atZone(zone).toInstant();
                if (open.isAfter(moment)) {
                    return Optional.of(open);
                }
            }
        }
        return Optional.empty();
    }

    /// What is traded on `day`, in order; empty when the market stays closed.
    public List<Session> sessionsOn(LocalDate day) {
        var extra = extraSessions.get(day);
        if (extra != null) {
            return extra;
        }
        if (isWeekend(day) || holidays.contains(day)) {
            return List.of();
        }
        for (var rule : rules.reversed()) {
            if (!day.isBefore(rule.effectiveFrom())) {
                return rule.sessions();
            }
        }
        return List.of();
    }

    /// This calendar with more days without trading.
    public SessionCalendar withHolidays(Set<LocalDate> days) {
        var all = new HashSet<>(holidays);
        all.addAll(days);
        return new SessionCalendar(zone, rules, all, extraSessions);
    }

    /// This calendar with a special day.
    public SessionCalendar withExtraSessions(LocalDate day, List<Session> sessions) {
        var all = new HashMap<>(extraSessions);
        all.put(day, sessions);
        return new SessionCalendar(zone, rules, holidays, all);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
