package io.alphapanda.api.explain;

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

/// Explain over HTTP.
@Path("/api/v1/explain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "explain", description = "From any order back to its tick, and forward to its profit or loss")
public final class ExplainResource {

    private final Explanations explanations;

    ExplainResource(Explanations explanations) {
        this.explanations = explanations;
    }

    @GET
    @Path("/{correlationId: .+}")
    @Operation(
            summary = "One idea in every lane: tick, reason, verdicts, orders, fills, bookings",
            description =
                    "Lanes stand side by side with their times and delays. The id's slashes may stand as they are.")
    @APIResponse(responseCode = "200", description = "The idea")
    @APIResponse(
            responseCode = "400",
            description = "That can't be an id",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No active broker's risk has decided on such a signal",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Explanation> explain(
            @RestPath @Parameter(description = "Of a signal, an order or a fill") String correlationId) {
        return explanations.of(ListFilter.requireId("correlationId", correlationId));
    }
}
