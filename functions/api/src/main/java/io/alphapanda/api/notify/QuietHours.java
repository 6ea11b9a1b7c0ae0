package io.alphapanda.api.notify;

import io.alphapanda.stage.broker.ConfigurationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// Hours in which only what is critical is told.
///
/// @param from first moment of them
/// @param to   first moment after them; before `from` if they span midnight
/// @param zone whose clock
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /// @throws ConfigurationException naming the key, the value and its form
    static QuietHours of(String text, ZoneId zone) {
        var parts = text.strip().split("-");
        try {
            if (parts.length == 2) {
                var hours = new QuietHours(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()), zone);
                if (!hours.from.equals(hours.to)) {
                    return hours;
                }
            }
        } catch (DateTimeException _) {
            // Told below, like hours of another form.
        }
        throw new ConfigurationException("panda.alerts.channels.quiet-hours '" + text
                + "' must be two different times, such as 22:00-07:00; correct it or remove it");
    }

    /// The moment at which something that is not critical may be told: now, or when they end.
    Instant next(Instant now) {
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        boolean spansMidnight = to.isBefore(from);
        boolean quiet =
                spansMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return now;
        }
        var ends = local.toLocalDate().atTime(to).atZone(zone);
        return (ends.toInstant().isAfter(now) ? ends : ends.plusDays(1)).toInstant();
    }
}
