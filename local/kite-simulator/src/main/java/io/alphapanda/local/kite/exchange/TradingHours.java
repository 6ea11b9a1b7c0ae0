package io.alphapanda.local.kite.exchange;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/// When the simulated exchange trades, in Indian time.
///
/// @param always   never closes; the times then say nothing
/// @param holidays closed all day, besides Saturdays and Sundays
public record TradingHours(boolean always, LocalTime open, LocalTime close, Set<LocalDate> holidays) {
    public TradingHours {
        holidays = Set.copyOf(holidays);
        if (!always && !open.isBefore(close)) {
            throw new IllegalArgumentException(
                    "trading hours must open before they close: %s-%s".formatted(open, close));
        }
    }

    public static TradingHours alwaysOpen() {
        return new TradingHours(true, LocalTime.MIN, LocalTime.MAX, Set.of());
    }

    public static TradingHours between(String open, String close) {
        return new TradingHours(false, LocalTime.parse(open), LocalTime.parse(close), Set.of());
    }

    public TradingHours withHolidays(Set<LocalDate> days) {
        return new TradingHours(always, open, close, days);
    }

    boolean isOpen(Instant at) {
        ZonedDateTime local = at.atZone(India.ZONE);
        LocalTime time = local.toLocalTime();
        return always || isTradingDay(local.toLocalDate()) && !time.isBefore(open) && time.isBefore(close);
    }

    private boolean isTradingDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !holidays.contains(date);
    }
}
