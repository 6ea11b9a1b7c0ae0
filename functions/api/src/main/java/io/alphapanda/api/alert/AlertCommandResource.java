package io.alphapanda.api.alert;

import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Alerts over HTTP: what a person does with them. Of no lane: nothing here makes or stops an order.
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts", description = "What a person must be told")
public final class AlertCommandResource {

    private final AlertDesk desk;

    AlertCommandResource(AlertDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("/{id}/acknowledge")
    @Operation(
            summary = "Says that a person looks at it",
            description = "Role TRADER. It goes on to stand. Who said so first stays.")
    @APIResponse(responseCode = "200", description = "The alert, acknowledged")
    @APIResponse(
            responseCode = "404",
            description = "No such alert",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<AlertLine> acknowledge(@RestPath String id, @Context RoutingContext http) {
        return desk.acknowledge(ListFilter.requireId("id", id), Caller.of(http));
    }

    @POST
    @Path("/{id}/resolve")
    @Operation(
            summary = "Says that it is over",
            description =
                    "Role TRADER. Of the watch of the house; it is not raised again until its condition has been gone. What the"
                            + " trading-engine raised is resolved where its lane is resumed.")
    @APIResponse(responseCode = "200", description = "The alert, resolved")
    @APIResponse(
            responseCode = "404",
            description = "No such alert",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "An alarm of the trading-engine",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<AlertLine> resolve(@RestPath String id, @Context RoutingContext http) {
        return desk.resolve(ListFilter.requireId("id", id), Caller.of(http));
    }

    @POST
    @Path("/test")
    @Operation(
            summary = "Tries every channel",
            description = "Role TRADER. Raises an alert that has ended already, and tells it.")
    @APIResponse(responseCode = "200", description = "The alert that was raised")
    public Uni<AlertLine> test(@Context RoutingContext http) {
        return desk.test(Caller.of(http));
    }
}
