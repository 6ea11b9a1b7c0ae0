package io.alphapanda.api.log;

import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.Period;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.stage.log.LogChannel;
import io.alphapanda.stage.log.LogLine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which lines are asked for.
///
/// @param channels      of these
/// @param levels        of these
/// @param room          only this one's
/// @param search        only those that contain it, in whatever case
/// @param correlationId only those about this idea
/// @param period        logged within
record LogFilter(
        Set<LogChannel> channels,
        Set<String> levels,
        Optional<String> room,
        Optional<String> search,
        Optional<String> correlationId,
        Period period) {

    static final List<String> LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");
    private static final int LONGEST = 200;

    /// @throws ProblemException if a parameter can't be used
    static LogFilter of(
            Optional<String> channel,
            Optional<String> level,
            Optional<String> room,
            Optional<String> search,
            Optional<String> correlationId,
            Period period) {
        return new LogFilter(
                channel.map(LogFilter::channels).orElseGet(() -> EnumSet.allOf(LogChannel.class)),
                level.map(LogFilter::levels).orElseGet(() -> Set.copyOf(LEVELS)),
                id("room", room),
                bounded("search", search).map(text -> text.toLowerCase(Locale.ROOT)),
                id("correlationId", correlationId),
                period);
    }

    private static Set<LogChannel> channels(String label) {
        return EnumSet.of(LogChannel.find(label).orElseThrow(() -> {
            var labels =
                    Arrays.stream(LogChannel.values()).map(LogChannel::label).toList();
            return bad("channel", label, "must be one of " + String.join(", ", labels), labels);
        }));
    }

    /// This level, and what is worse.
    private static Set<String> levels(String level) {
        int index = LEVELS.indexOf(level.toUpperCase(Locale.ROOT));
        if (index < 0) {
            throw bad("level", level, "must be one of " + String.join(", ", LEVELS), LEVELS);
        }
        return Set.copyOf(LEVELS.subList(0, index + 1));
    }

    private static Optional<String> id(String field, Optional<String> text) {
        return bounded(field, text).map(each -> ListFilter.requireId(field, each));
    }

    private static Optional<String> bounded(String field, Optional<String> text) {
        text.filter(each -> each.length() > LONGEST).ifPresent(each -> {
            throw bad(field, each.substring(0, LONGEST), "must be at most " + LONGEST + " characters long", List.of());
        });
        return text;
    }

    private static ProblemException bad(String field, String value, String rule, List<String> allowed) {
        return ProblemException.of(
                ProblemType.BAD_PARAMETER, field + " '" + value + "' " + rule, field, value, allowed);
    }

    boolean fits(LogLine line) {
        return levels.contains(line.level())
                && room.map(line.room()::equals).orElse(true)
                && correlationId.map(id -> isAbout(line, id)).orElse(true)
                && search.map(text -> contains(line, text)).orElse(true);
    }

    /// An id of the idea's begins with the idea's own.
    private static boolean isAbout(LogLine line, String idea) {
        return line.keys().values().stream().anyMatch(each -> each.equals(idea) || each.startsWith(idea + "@"));
    }

    private static boolean contains(LogLine line, String text) {
        return line.message().toLowerCase(Locale.ROOT).contains(text)
                || line.error()
                        .map(error -> error.toLowerCase(Locale.ROOT).contains(text))
                        .orElse(false);
    }
}
