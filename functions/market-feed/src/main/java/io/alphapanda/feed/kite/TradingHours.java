package io.alphapanda.feed.kite;

import io.alphapanda.domain.calendar.MarketCalendar;
import io.alphapanda.domain.market.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The day of a Kite stream. It belongs to an Indian date and begins when the day's list of instruments is out: before,
/// a list would still be yesterday's, whose tokens may mean other instruments today.
///
/// @param prefix   of the streams' names
/// @param begins   when listening begins; it ends with the date
/// @param exchange when ticks must come
public record TradingHours(String prefix, LocalTime begins, MarketCalendar exchange) {

    static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    static LocalDate date(Instant moment) {
        return moment.atZone(INDIA).toLocalDate();
    }

    public StreamId stream(LocalDate date) {
        return new StreamId(prefix + "-" + date);
    }

    boolean hasBegun(Instant moment) {
        return !moment.atZone(INDIA).toLocalTime().isBefore(begins);
    }
}
