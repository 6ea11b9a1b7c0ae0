package io.alphapanda.api.calendar;

import io.alphapanda.domain.calendar.MarketDay;
import io.alphapanda.domain.calendar.Session;
import io.alphapanda.domain.calendar.SessionCalendar;
import io.alphapanda.domain.instrument.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One market.
///
/// @param venue         its name, as in instruments
/// @param assetClass    what is traded there
/// @param currency      in which
/// @param zone          its wall clock
/// @param date          today there
/// @param day           what kind of day it is
/// @param open          whether it trades now
/// @param words         the same for people
/// @param sessions      today's hours, in its own time
/// @param closes        when the session that goes on ends; null while closed, or if it never does
/// @param nextOpen      the next opening after now; null if it never closes, or none is known within a year
/// @param yearIsKnown   whether this year's holidays have been entered
/// @param holidays      this year's days without trading
/// @param extraSessions this year's days with other hours
@Schema(description = "One market: today, the next session, holidays and days with other hours")
public record MarketLine(
        String venue,
        String assetClass,
        String currency,
        String zone,
        LocalDate date,
        MarketDay.Kind day,
        boolean open,
        String words,
        List<Hours> sessions,
        Optional<Instant> closes,
        Optional<Instant> nextOpen,
        boolean yearIsKnown,
        List<LocalDate> holidays,
        Map<LocalDate, List<Hours>> extraSessions) {

    /// @param open  as `09:15`
    /// @param close first moment after it
    @Schema(name = "MarketHours", description = "One stretch of trading, in the market's own time")
    public record Hours(String open, String close) {

        static Hours of(Session session) {
            return new Hours(session.open().toString(), session.close().toString());
        }
    }

    static MarketLine of(Venue venue, Instant now) {
        var day = MarketDay.of(venue.calendar(), now);
        var year = day.date().getYear();
        var holidays = venue.calendar() instanceof SessionCalendar hours
                ? hours.holidays().stream()
                        .filter(each -> each.getYear() == year)
                        .sorted()
                        .toList()
                : List.<LocalDate>of();
        var extra = new TreeMap<LocalDate, List<Hours>>();
        if (venue.calendar() instanceof SessionCalendar hours) {
            hours.extraSessions().forEach((date, sessions) -> {
                if (date.getYear() == year) {
                    extra.put(date, sessions.stream().map(Hours::of).toList());
                }
            });
        }
        return new MarketLine(
                venue.name(),
                venue.assetClass().label(),
                venue.currency(),
                day.zone().getId(),
                day.date(),
                day.kind(),
                day.open(),
                day.words(),
                day.sessions().stream().map(Hours::of).toList(),
                day.closes(),
                day.nextOpen(),
                day.yearIsKnown(),
                holidays,
                extra);
    }
}
