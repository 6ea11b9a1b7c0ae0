package io.alphapanda.api.equity;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.page.PageQuery;
import io.alphapanda.api.page.Period;
import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Equity curves over HTTP.
@Path("/api/v1/portfolios/{broker}/{strategy}/equity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "portfolios", description = "Cash, positions, profit and loss of every strategy at every active broker")
public final class EquityResource {

    private final ActiveBrokers brokers;
    private final EquityCurves curves;

    EquityResource(ActiveBrokers brokers, EquityCurves curves) {
        this.brokers = brokers;
        this.curves = curves;
    }

    @GET
    @Operation(
            summary = "One portfolio's equity curve",
            description =
                    "Snapshots, newest first, a page at a time, from the ledger. Each says how old its prices were."
                            + " A portfolio that holds nothing has none until it is booked into again: its curve is level.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "from, to, limit or cursor can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such broker, or the strategy has no portfolio there",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<EquityPage> curve(
            @RestPath @Parameter(description = "The account's name") String broker,
            @RestPath @Parameter(description = "The strategy's name") String strategy,
            @RestQuery
                    @Parameter(
                            description = "Market time of the oldest point",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    Optional<String> from,
            @RestQuery
                    @Parameter(
                            description = "Market time that all points are before",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    Optional<String> to,
            @BeanParam PageQuery page) {
        return curves.page(brokers.lane(broker), strategy, Period.open(from, to), page.limit(), page.cursor());
    }
}
