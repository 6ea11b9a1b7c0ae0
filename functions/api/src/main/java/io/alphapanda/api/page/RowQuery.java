package io.alphapanda.api.page;

import io.alphapanda.api.lane.ActiveBrokers;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// What every list of what the lanes did can be narrowed by.
public final class RowQuery {

    @RestQuery
    @Parameter(description = "Only this account's")
    Optional<String> broker;

    @RestQuery
    @Parameter(description = "Only this strategy's")
    Optional<String> strategy;

    @RestQuery
    @Parameter(description = "Only this instrument's, `VENUE:SYMBOL`")
    Optional<String> instrument;

    /// The rows asked for.
    ///
    /// @throws io.alphapanda.api.problem.ProblemException if a name can't be one, or the broker is not active
    public ListFilter filter(ActiveBrokers active) {
        return ListFilter.of(active, broker).strategy(strategy).instrument(instrument);
    }
}
