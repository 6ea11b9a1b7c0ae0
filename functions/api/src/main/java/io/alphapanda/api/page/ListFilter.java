package io.alphapanda.api.page;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.signal.StrategyId;
import io.quarkus.panache.common.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Which rows of a list of ledger rows are asked for.
///
/// ```
/// ListFilter.of(active, broker).strategy(strategy).id("correlationId", correlationId)
/// ```
public final class ListFilter {

    private static final Pattern ID = Pattern.compile("[!-~]{1," + Ids.MAX_LENGTH + "}");

    private final List<String> brokers;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private ListFilter(List<String> brokers) {
        this.brokers = brokers;
    }

    /// Rows of one active broker, or of all that are active.
    public static ListFilter of(ActiveBrokers active, Optional<String> broker) {
        return new ListFilter(
                broker.map(name -> List.of(active.lane(name).broker())).orElseGet(active::names));
    }

    /// Only this strategy's, if one is named.
    public ListFilter strategy(Optional<String> value) {
        return named("strategy", value, StrategyId::new);
    }

    /// Only this instrument's, if one is named.
    public ListFilter instrument(Optional<String> value) {
        return named("instrument", value, InstrumentId::of);
    }

    /// Only those whose `field` holds this id, if one is given.
    public ListFilter id(String field, Optional<String> value) {
        value.ifPresent(text -> requireId(field, text));
        value.ifPresent(text -> fields.put(field, text));
        return this;
    }

    /// The strategy asked for.
    public Optional<String> strategy() {
        return Optional.ofNullable(fields.get("strategy"));
    }

    /// A condition in the query language of entities, for rows behind `after` in a list that begins with the newest.
    ///
    /// @param alias      of the entity, with a point, or empty
    /// @param parameters where the condition's are put
    public String where(String alias, Newest after, Parameters parameters) {
        var where = new StringBuilder("%1$sbroker in :brokers".formatted(alias))
                .append(" and (%1$srecordedAt < :time or (%1$srecordedAt = :time and %1$sid < :after))"
                        .formatted(alias));
        parameters.and("brokers", brokers).and("time", after.time()).and("after", after.id());
        fields.forEach((field, value) -> {
            where.append(" and ").append(alias).append(field).append(" = :").append(field);
            parameters.and(field, value);
        });
        return where.toString();
    }

    private ListFilter named(String field, Optional<String> value, Consumer<String> check) {
        value.ifPresent(text -> {
            try {
                check.accept(text);
            } catch (IllegalArgumentException e) {
                throw ProblemException.of(ProblemType.BAD_PARAMETER, e.getMessage(), field, text, List.of());
            }
            fields.put(field, text);
        });
        return this;
    }

    /// Refuses what can't be an id.
    public static String requireId(String field, String value) {
        if (!ID.matcher(value).matches()) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    field + " must be 1 to " + Ids.MAX_LENGTH + " printable ASCII characters without spaces",
                    field,
                    value,
                    List.of());
        }
        return value;
    }
}
