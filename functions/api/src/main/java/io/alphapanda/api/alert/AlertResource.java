package io.alphapanda.api.alert;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.page.PageQuery;
import io.alphapanda.api.problem.Problem;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.tag.Tagged;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// Alerts over HTTP.
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tagged
@Tag(name = "alerts", description = "What a person must be told of an account")
public final class AlertResource {

    private final ActiveBrokers brokers;
    private final Alerts alerts;

    AlertResource(ActiveBrokers brokers, Alerts alerts) {
        this.brokers = brokers;
        this.alerts = alerts;
    }

    @GET
    @Operation(summary = "Alerts, newest first", description = "Those that stand, and those that are resolved.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such broker",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<AlertPage> list(
            @RestQuery @Parameter(description = "Only this account's") Optional<String> broker,
            @RestQuery
                    @Parameter(
                            description = "Only those that stand, or only those that are resolved",
                            schema = @Schema(enumeration = {"standing", "resolved"}))
                    Optional<String> state,
            @BeanParam PageQuery page) {
        var of = broker.map(name -> List.of(brokers.lane(name).broker())).orElseGet(brokers::names);
        return alerts.page(of, state.map(AlertResource::standing), page.limit(), page.cursor());
    }

    @GET
    @Path("/summary")
    @Operation(summary = "How many alerts stand, by account and code")
    @APIResponse(responseCode = "200", description = "Every active account, even with none")
    public Uni<AlertSummary> summary() {
        return alerts.summary();
    }

    private static boolean standing(String state) {
        return switch (state) {
            case "standing" -> true;
            case "resolved" -> false;
            default ->
                throw ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        "state '" + state + "' must be standing or resolved",
                        "state",
                        state,
                        List.of("standing", "resolved"));
        };
    }
}
