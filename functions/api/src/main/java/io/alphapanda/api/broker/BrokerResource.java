package io.alphapanda.api.broker;

import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Accounts over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "brokers", description = "The accounts side by side")
public final class BrokerResource {

    private final BrokerViews brokers;

    BrokerResource(BrokerViews brokers) {
        this.brokers = brokers;
    }

    @GET
    @Path("/brokers")
    @Operation(summary = "Every active account")
    @APIResponse(responseCode = "200", description = "In alphabetical order")
    public Uni<BrokerPage> list() {
        return brokers.all().map(BrokerPage::new);
    }

    @GET
    @Path("/brokers/{broker}")
    @Operation(summary = "One account")
    @APIResponse(responseCode = "200", description = "What it is, whether it may trade, and who trades there")
    @APIResponse(
            responseCode = "404",
            description = "No such broker",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<BrokerLine> broker(@RestPath String broker) {
        return brokers.of(broker);
    }
}
