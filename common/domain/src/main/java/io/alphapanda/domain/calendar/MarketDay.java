package io.alphapanda.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// A market at one moment, for people: what is traded that day, and when it opens next.
///
/// @param date        in the market's own zone
/// @param zone        the market's
/// @param kind        what kind of day it is
/// @param open        whether it trades at that moment
/// @param sessions    that day's, in order; empty when it stays closed, and where the market never closes
/// @param closes      when the session that goes on ends; empty while closed, or if it never does
/// @param nextOpen    the next opening after that moment; empty if it never closes, or none is known within a year
/// @param yearIsKnown whether any holiday of the year has been entered; if not, the day may be one
public record MarketDay(
        LocalDate date,
        ZoneId zone,
        Kind kind,
        boolean open,
        List<Session> sessions,
        Optional<Instant> closes,
        Optional<Instant> nextOpen,
        boolean yearIsKnown) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", java.util.Locale.ROOT);

    /// What kind of day it is.
    public enum Kind {
        /// The market never closes.
        ALWAYS_OPEN,
        TRADING,
        WEEKEND,
        HOLIDAY,
        /// Another session than usual: a holiday or weekend that trades, or a day cut short.
        EXTRA
    }

    public MarketDay {
        sessions = List.copyOf(sessions);
    }

    public static MarketDay of(MarketCalendar calendar, Instant moment) {
        var date = calendar.tradingDay(moment);
        return calendar instanceof SessionCalendar hours
                ? of(hours, moment, date)
                : new MarketDay(
                        date,
                        calendar.zone(),
                        Kind.ALWAYS_OPEN,
                        calendar.isOpen(moment),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true);
    }

    private static MarketDay of(SessionCalendar calendar, Instant moment, LocalDate date) {
        var sessions = calendar.sessionsOn(date);
        var time = moment.atZone(calendar.zone()).toLocalTime();
        var closes = sessions.stream()
                .filter(each -> each.holds(time))
                .map(each -> date.atTime(each.close()).atZone(calendar.zone()).toInstant())
                .findFirst();
        return new MarketDay(
                date,
                calendar.zone(),
                kind(calendar, date, sessions),
                closes.isPresent(),
                sessions,
                closes,
                calendar.nextOpen(closes.orElse(moment)),
                calendar.holidays().stream().anyMatch(each -> each.getYear() == date.getYear()));
    }

    private static Kind kind(SessionCalendar calendar, LocalDate date, List<Session> sessions) {
        if (calendar.extraSessions().containsKey(date)) {
            return Kind.EXTRA;
        }
        if (!sessions.isEmpty()) {
            return Kind.TRADING;
        }
        return calendar.holidays().contains(date) ? Kind.HOLIDAY : Kind.WEEKEND;
    }

    /// As `open until 15:30 (Asia/Kolkata)`, or `closed, a holiday; opens Fri 2026-11-27 09:15 (Asia/Kolkata)`.
    public String words() {
        if (kind == Kind.ALWAYS_OPEN) {
            return "never closes";
        }
        var place = " (" + zone + ")";
        return closes.map(end -> "open until " + HOUR.format(end.atZone(zone)) + place)
                .orElseGet(() -> "closed" + why()
                        + nextOpen.map(next -> "; opens " + DAY_AND_HOUR.format(next.atZone(zone)) + place)
                                .orElse("; no opening is known within a year"));
    }

    private String why() {
        return switch (kind) {
            case HOLIDAY -> ", a holiday";
            case WEEKEND -> ", a weekend";
            case ALWAYS_OPEN, TRADING, EXTRA -> "";
        };
    }
}
