package io.alphapanda.api.strategy;

import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Strategies over HTTP.
@Path("/api/v1/strategies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "strategies", description = "What trades, and where")
public final class StrategyResource {

    private final Strategies strategies;

    StrategyResource(Strategies strategies) {
        this.strategies = strategies;
    }

    @GET
    @Operation(summary = "Every strategy's newest definition")
    @APIResponse(responseCode = "200", description = "In alphabetical order; the first 5,000")
    public Uni<StrategyPage> list() {
        return strategies.all();
    }

    @GET
    @Path("/{strategy}")
    @Operation(summary = "One strategy's newest definition")
    @APIResponse(responseCode = "200", description = "The definition")
    @APIResponse(
            responseCode = "404",
            description = "No such strategy is defined",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<StrategyLine> one(@RestPath @Parameter(description = "The strategy's name") String strategy) {
        return strategies.one(ListFilter.requireId("strategy", strategy));
    }
}
