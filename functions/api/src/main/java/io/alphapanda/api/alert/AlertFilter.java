package io.alphapanda.api.alert;

import io.alphapanda.api.page.Cursor;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.watching.Severity;
import io.alphapanda.stage.ledger.ToldAlertRow;
import io.quarkus.panache.common.Parameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which alerts are asked for.
///
/// @param brokers  whose
/// @param house    whether those of no single account are asked for as well
/// @param standing only those that stand, or only those that do not
/// @param severity only those so urgent
/// @param limit    rows a page
/// @param after    the last one of the page before
record AlertFilter(
        List<String> brokers,
        boolean house,
        Optional<Boolean> standing,
        Optional<Severity> severity,
        Limit limit,
        Optional<Place> after) {

    static final String LIST = "alerts";

    /// Where an alert stands in a list that begins with the newest.
    ///
    /// @param raisedAt when
    /// @param ordinal  tells those of one moment and source apart
    /// @param id       and those of two sources
    record Place(Instant raisedAt, long ordinal, String id) {

        static Place read(String cursor) {
            var parts = Cursor.read(LIST, 3, cursor);
            try {
                return new Place(Instant.parse(parts.getFirst()), Long.parseLong(parts.get(1)), parts.getLast());
            } catch (DateTimeException | NumberFormatException _) {
                throw Cursor.bad(cursor);
            }
        }

        static String cursor(ToldAlertRow row) {
            return Cursor.after(LIST, row.raisedAt.toString(), Long.toString(row.ordinal), row.id);
        }
    }

    /// @throws ProblemException if it is neither `standing` nor `resolved`
    static boolean standing(String state) {
        return switch (state) {
            case "standing" -> true;
            case "resolved" -> false;
            default -> throw bad("state", state, List.of("standing", "resolved"));
        };
    }

    /// @throws ProblemException if there is none of that name
    static Severity severity(String name) {
        return Arrays.stream(Severity.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> bad(
                        "severity",
                        name,
                        Arrays.stream(Severity.values()).map(Severity::name).toList()));
    }

    private static ProblemException bad(String field, String value, List<String> allowed) {
        return ProblemException.of(
                ProblemType.BAD_PARAMETER,
                field + " '" + value + "' must be one of " + String.join(", ", allowed),
                field,
                value,
                allowed);
    }

    /// The condition in the query language of entities, with its order.
    String where(Parameters parameters) {
        var where = new StringBuilder(house ? "(broker in :brokers or broker is null)" : "broker in :brokers");
        parameters.and("brokers", brokers);
        standing.ifPresent(value -> where.append(" and resolvedAt is ").append(value ? "null" : "not null"));
        severity.ifPresent(value -> {
            where.append(" and severity = :severity");
            parameters.and("severity", value.name());
        });
        after.ifPresent(place -> {
            where.append(" and (raisedAt < :at or (raisedAt = :at and (ordinal < :ordinal"
                    + " or (ordinal = :ordinal and id < :id))))");
            parameters.and("at", place.raisedAt).and("ordinal", place.ordinal).and("id", place.id);
        });
        return where.append(" order by raisedAt desc, ordinal desc, id desc").toString();
    }
}
