package io.alphapanda.api.order;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.signal.StrategyId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which orders are asked for.
///
/// @param brokers       at least one, all active
/// @param strategy      only this strategy's
/// @param correlationId only those of one idea
/// @param id            only this order
record OrderFilter(
        List<String> brokers, Optional<String> strategy, Optional<String> correlationId, Optional<String> id) {

    private static final Pattern ID = Pattern.compile("[!-~]{1," + Ids.MAX_LENGTH + "}");

    static OrderFilter of(
            ActiveBrokers active,
            Optional<String> broker,
            Optional<String> strategy,
            Optional<String> correlationId,
            Optional<String> id) {
        strategy.ifPresent(OrderFilter::requireStrategy);
        correlationId.ifPresent(value -> requireId("correlationId", value));
        id.ifPresent(value -> requireId("id", value));
        var brokers = broker.map(name -> List.of(active.lane(name).broker())).orElseGet(active::names);
        return new OrderFilter(brokers, strategy, correlationId, id);
    }

    private static void requireStrategy(String value) {
        try {
            new StrategyId(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, e.getMessage(), "strategy", value, List.of());
        }
    }

    private static void requireId(String field, String value) {
        if (!ID.matcher(value).matches()) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    field + " must be 1 to " + Ids.MAX_LENGTH + " printable ASCII characters without spaces",
                    field,
                    value,
                    List.of());
        }
    }
}
