package io.alphapanda.api.page;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A time from its beginning up to, but without, its end.
///
/// @param from beginning
/// @param to   end, behind it
public record Period(Instant from, Instant to) {

    /// The database's times reach a little further; nothing was recorded out there.
    static final Period ALL = new Period(Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("9999-01-01T00:00:00Z"));

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration USUAL = Duration.ofDays(1);

    /// Whatever is not given is open.
    public static Period open(Optional<String> from, Optional<String> to) {
        var period = new Period(
                from.map(text -> Moment.parse("from", text)).orElse(ALL.from),
                to.map(text -> Moment.parse("to", text)).orElse(ALL.to));
        if (period.from.isBefore(period.to)) {
            return period;
        }
        throw from.map(text -> bad("from", text, "must lie before to, " + period.to))
                .orElseGet(() -> bad("to", to.orElse(""), "must lie behind from, " + period.from));
    }

    /// At most 31 days: without an end, until now; without a beginning, one day.
    public static Period recent(Optional<String> from, Optional<String> to, Instant now) {
        var end = to.map(text -> Moment.parse("to", text)).orElse(now);
        var begin = from.or(() -> Optional.of(end.minus(USUAL).toString()));
        var period = open(begin, Optional.of(end.toString()));
        if (Duration.between(period.from, period.to).compareTo(LONGEST) > 0) {
            throw bad("from", begin.get(), "must lie at most " + LONGEST.toDays() + " days before to, " + end);
        }
        return period;
    }

    /// Whether it lies in it.
    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static ProblemException bad(String field, String value, String rule) {
        return ProblemException.of(
                ProblemType.BAD_PARAMETER, field + " '" + value + "' " + rule, field, value, List.of());
    }
}
