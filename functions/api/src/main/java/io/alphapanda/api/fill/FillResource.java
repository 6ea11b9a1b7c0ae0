package io.alphapanda.api.fill;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.PageQuery;
import io.alphapanda.api.page.RowQuery;
import io.alphapanda.api.problem.Problem;
import io.alphapanda.api.tag.Tagged;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// Fills over HTTP.
@Path("/api/v1/fills")
@Produces(MediaType.APPLICATION_JSON)
@Tagged
@Tag(name = "fills", description = "Every execution of every active broker")
public final class FillResource {

    private final ActiveBrokers brokers;
    private final Fills fills;

    FillResource(ActiveBrokers brokers, Fills fills) {
        this.brokers = brokers;
        this.fills = fills;
    }

    @GET
    @Operation(
            summary = "Fills, newest first",
            description =
                    "With what the books made of each. A page at a time; fills written down while one pages through appear in front.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such broker, or a strategy nobody knows",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<FillPage> list(
            @BeanParam RowQuery rows,
            @RestQuery @Parameter(description = "Only this order's") Optional<String> orderId,
            @RestQuery @Parameter(description = "Only those that came of one idea, in every lane")
                    Optional<String> correlationId,
            @BeanParam PageQuery page) {
        correlationId.ifPresent(value -> ListFilter.requireId("correlationId", value));
        var filter = rows.filter(brokers).id("orderId", orderId);
        return fills.page(filter, correlationId, page.limit(), page.cursor());
    }
}
