package io.alphapanda.api.signal;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.page.PageQuery;
import io.alphapanda.api.page.RowQuery;
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

/// Signals over HTTP.
@Path("/api/v1/signals")
@Produces(MediaType.APPLICATION_JSON)
@Tagged
@Tag(name = "signals", description = "What the strategies wanted in each lane, and what risk made of it")
public final class SignalResource {

    private final ActiveBrokers brokers;
    private final Signals signals;

    SignalResource(ActiveBrokers brokers, Signals signals) {
        this.brokers = brokers;
        this.signals = signals;
    }

    @GET
    @Operation(
            summary = "Signals, newest first",
            description =
                    "With every rule's verdict. A page at a time; signals decided while one pages through appear in front and shift nothing.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such broker, or a strategy nobody knows",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<SignalPage> list(
            @BeanParam RowQuery rows,
            @RestQuery @Parameter(description = "Only those of one idea, in every lane") Optional<String> correlationId,
            @RestQuery
                    @Parameter(
                            description = "Only those risk approved, or only those it rejected",
                            schema = @Schema(enumeration = {"approved", "rejected"}))
                    Optional<String> decision,
            @BeanParam PageQuery page) {
        var filter = rows.filter(brokers).id("correlationId", correlationId);
        return signals.page(filter, decision.map(SignalResource::approved), page.limit(), page.cursor());
    }

    private static boolean approved(String decision) {
        return switch (decision) {
            case "approved" -> true;
            case "rejected" -> false;
            default ->
                throw ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        "decision '" + decision + "' must be approved or rejected",
                        "decision",
                        decision,
                        List.of("approved", "rejected"));
        };
    }
}
