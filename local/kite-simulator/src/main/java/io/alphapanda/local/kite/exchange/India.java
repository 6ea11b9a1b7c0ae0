package io.alphapanda.local.kite.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// The broker's wall clock: every time of day and every timestamp on the wire is Indian Standard Time, without a zone.
public final class India {
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");

    private India() {}

    /// `yyyy-mm-dd hh:mm:ss`, as the API writes it.
    public static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant.atZone(ZONE));
    }

    /// `hh:mm:ss`, as trades carry their order's time.
    public static String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant.atZone(ZONE));
    }

    public static LocalDate date(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /// The first such time of day strictly after `instant`.
    public static Instant next(LocalTime time, Instant instant) {
        ZonedDateTime today = instant.atZone(ZONE).with(time);
        return (today.toInstant().isAfter(instant) ? today : today.plusDays(1)).toInstant();
    }
}
