package io.alphapanda.api.command;

import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Halting and resuming over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "commands", description = "Halting and resuming")
public final class TradingStateResource {

    private final TradingStateViews states;
    private final Commands commands;

    TradingStateResource(TradingStateViews states, Commands commands) {
        this.states = states;
        this.commands = commands;
    }

    @GET
    @Path("/trading-state")
    @Operation(summary = "Who may trade, every active account")
    @APIResponse(responseCode = "200", description = "Accounts nobody spoke of are ACTIVE")
    public Uni<TradingStatePage> now() {
        return states.now();
    }

    @PUT
    @Path("/trading-state")
    @Operation(summary = "Halts, reduces or resumes every account", description = "Role TRADER.")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged: nothing it forbids reaches a broker any more",
            content = @Content(schema = @Schema(implementation = Told.class)))
    @APIResponse(
            responseCode = "202",
            description = "It holds, and what came before has not ended everywhere",
            content = @Content(schema = @Schema(implementation = Told.class)))
    @APIResponse(
            responseCode = "400",
            description = "The command can't be taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "No engine answers; whether it holds is not known",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Told>> all(TradingCommand command, @Context RoutingContext http) {
        return commands.ofAll(Caller.of(http), TradingCommand.checked(command, true))
                .map(TradingStateResource::answer);
    }

    @PUT
    @Path("/brokers/{broker}/trading-state")
    @Operation(summary = "Halts, reduces or resumes one account, or a strategy in it", description = "Role TRADER.")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged: nothing it forbids reaches the broker any more",
            content = @Content(schema = @Schema(implementation = Told.class)))
    @APIResponse(
            responseCode = "202",
            description = "It holds, and what came before has not ended",
            content = @Content(schema = @Schema(implementation = Told.class)))
    @APIResponse(
            responseCode = "400",
            description = "The command can't be taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such broker",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The engine does not answer; whether it holds is not known",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Told>> one(@RestPath String broker, TradingCommand command, @Context RoutingContext http) {
        return commands.ofOne(Caller.of(http), broker, TradingCommand.checked(command, false))
                .map(TradingStateResource::answer);
    }

    private static RestResponse<Told> answer(Told told) {
        return RestResponse.status(told.acknowledged() ? Status.OK : Status.ACCEPTED, told);
    }
}
