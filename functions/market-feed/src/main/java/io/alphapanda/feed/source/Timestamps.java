package io.alphapanda.feed.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/// Reads the notations of time that recorded files use:
///
/// ```
/// 2021-06-03 09:15:38[.123]     the venue's wall clock
/// 2021-06-03T03:45:38Z          an instant, or with an offset
/// 1385337600                    seconds since 1970
/// ```
///
/// Neighbouring lines mostly carry the same second, so the last answer is kept. Not thread-safe.
final class Timestamps {

    private static final DateTimeFormatter WALL_CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter();

    /// Up to the year 5138; longer numbers are milliseconds by mistake.
    private static final int MOST_EPOCH_DIGITS = 11;

    private final ZoneId zone;
    private String lastText = "";
    private Instant last = Instant.EPOCH;

    Timestamps(ZoneId zone) {
        this.zone = zone;
    }

    /// @throws IllegalArgumentException if it is none of the three
    Instant parse(String text) {
        if (!text.equals(lastText)) {
            last = read(text);
            lastText = text;
        }
        return last;
    }

    private Instant read(String text) {
        try {
            if (text.indexOf('T') > 0) {
                return OffsetDateTime.parse(text).toInstant();
            }
            if (text.indexOf('-') > 0) {
                return LocalDateTime.parse(text, WALL_CLOCK).atZone(zone).toInstant();
            }
            if (!text.isEmpty()
                    && text.length() <= MOST_EPOCH_DIGITS
                    && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
        } catch (DateTimeException _) {
            // falls through to the one message
        }
        throw new IllegalArgumentException("timestamp '" + text
                + "' is neither 'yyyy-MM-dd HH:mm:ss[.SSS]' nor an ISO instant nor seconds since 1970");
    }
}
