package io.alphapanda.kite.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Kite's timestamps: `2021-05-31 09:18:57` without a zone is Indian time; candles say `2017-12-15T09:15:00+0530`.
public final class KiteTime {

    /// India has one zone and no summer time.
    public static final ZoneOffset IST = ZoneOffset.ofHoursMinutes(5, 30);

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[XXX][XX]", Locale.ROOT);

    private KiteTime() {}

    /// @throws UnreadableException if it is neither of the two forms
    public static Instant instant(String text) {
        try {
            return text.indexOf('T') > 0
                    ? OffsetDateTime.parse(text, WITH_OFFSET).toInstant()
                    : LocalDateTime.parse(text, PLAIN).toInstant(IST);
        } catch (DateTimeException e) {
            throw UnreadableException.strange("a timestamp is not of the form 2021-05-31 09:18:57");
        }
    }

    /// As the historical data API takes it.
    public static String text(Instant instant) {
        return PLAIN.format(instant.atOffset(IST));
    }
}
