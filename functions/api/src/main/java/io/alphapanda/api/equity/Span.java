package io.alphapanda.api.equity;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// From when to when, by market time.
///
/// @param from the first moment in it
/// @param to   the first behind it
record Span(Instant from, Instant to) {

    /// The database's times reach a little further; nothing was recorded out there.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    static Span of(Optional<String> from, Optional<String> to) {
        var span = new Span(
                from.map(text -> time("from", text)).orElse(EARLIEST),
                to.map(text -> time("to", text)).orElse(LATEST));
        if (!span.from().isBefore(span.to())) {
            throw bad("to", to.or(() -> from).orElse(""), "must be behind from, " + span.from());
        }
        return span;
    }

    private static Instant time(String field, String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException _) {
            // Told below, like a time out of bounds.
        }
        throw bad(
                field,
                text,
                "must be an ISO 8601 time with an offset, from 1970 to 9998, such as 2026-03-05T05:30:00Z");
    }

    private static ProblemException bad(String field, String value, String rule) {
        return ProblemException.of(
                ProblemType.BAD_PARAMETER, field + " '" + value + "' " + rule, field, value, List.of());
    }
}
