package io.alphapanda.api.page;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/// A time given as a parameter.
public final class Moment {

    private Moment() {}

    /// @param field the parameter, for the message
    /// @throws ProblemException if it is no time with an offset, from 1970 to 9998
    public static Instant parse(String field, String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (Period.ALL.holds(time)) {
                return time;
            }
        } catch (DateTimeException _) {
            // Told below, like a time out of bounds.
        }
        throw ProblemException.of(
                ProblemType.BAD_PARAMETER,
                field + " '" + text
                        + "' must be an ISO 8601 time with an offset, from 1970 to 9998, such as 2026-03-05T05:30:00Z",
                field,
                text,
                List.of());
    }
}
