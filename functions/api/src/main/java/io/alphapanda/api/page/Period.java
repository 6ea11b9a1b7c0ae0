package io.alphapanda.api.page;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A time from its beginning up to, but without, its end.
///
/// @param from beginning
/// @param to   end, behind it; at most [#LONGEST] later
public record Period(Instant from, Instant to) {

    static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration USUAL = Duration.ofDays(1);

    /// Without an end, until now; without a beginning, one day.
    public static Period of(Optional<String> from, Optional<String> to, Instant now) {
        var end = to.map(text -> instant("to", text)).orElse(now);
        var begin = from.map(text -> instant("from", text)).orElseGet(() -> end.minus(USUAL));
        if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw bad(
                    "from",
                    begin.toString(),
                    "from must lie before to (" + end + "), by at most " + LONGEST.toDays() + " days");
        }
        return new Period(begin, end);
    }

    private static Instant instant(String field, String text) {
        try {
            var time = Instant.parse(text);
            if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                return time;
            }
        } catch (DateTimeException _) {
            // Told below, like a time out of bounds.
        }
        throw bad(field, text, field + " must be an ISO-8601 instant such as 2026-01-05T04:00:00Z");
    }

    private static ProblemException bad(String field, String value, String detail) {
        return ProblemException.of(ProblemType.BAD_PARAMETER, detail, field, value, List.of());
    }
}
