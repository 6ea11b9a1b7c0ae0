package io.alphapanda.domain.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The core session of the United States' stock exchanges, which keep one calendar: 09:30-16:00 in New York. Trading
/// before and after it is not in here, because orders are not sent for it.
///
/// Holidays and early closings are those of 2026 (NYSE Group, "2026, 2027 and 2028 Holiday and Early Closings
// Calendar",
/// 2025-12-23). Enter each later year's below; until then every weekday of it counts as a trading day.
public final class UsCalendar {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final Session FULL_DAY = Session.of("09:30", "16:00");
    private static final Session SHORT_DAY = Session.of("09:30", "13:00");

    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 1, 1), // New Year
            LocalDate.of(2026, 1, 19), // Martin Luther King
            LocalDate.of(2026, 2, 16), // Washington's Birthday
            LocalDate.of(2026, 4, 3), // Good Friday
            LocalDate.of(2026, 5, 25), // Memorial Day
            LocalDate.of(2026, 6, 19), // Juneteenth
            LocalDate.of(2026, 7, 3), // Independence Day, observed
            LocalDate.of(2026, 9, 7), // Labor Day
            LocalDate.of(2026, 11, 26), // Thanksgiving
            LocalDate.of(2026, 12, 25)); // Christmas

    private static final Map<LocalDate, List<Session>> SHORT_DAYS = Map.of(
            LocalDate.of(2026, 11, 27), List.of(SHORT_DAY),
            LocalDate.of(2026, 12, 24), List.of(SHORT_DAY));

    private UsCalendar() {}

    /// Stocks and funds, wherever in the country they are listed.
    public static SessionCalendar equities() {
        var rule = new SessionRule(LocalDate.EPOCH, List.of(FULL_DAY));
        return new SessionCalendar(ZONE, List.of(rule), HOLIDAYS, SHORT_DAYS);
    }
}
