package io.alphapanda.api.portfolio;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.page.PageQuery;
import io.alphapanda.api.problem.Problem;
import io.alphapanda.api.tag.Tagged;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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

/// Portfolios over HTTP.
@Path("/api/v1/portfolios")
@Produces(MediaType.APPLICATION_JSON)
@Tagged
@Tag(name = "portfolios", description = "Cash, positions, profit and loss of every strategy at every active broker")
public final class PortfolioResource {

    private final ActiveBrokers brokers;
    private final Portfolios portfolios;

    PortfolioResource(ActiveBrokers brokers, Portfolios portfolios) {
        this.brokers = brokers;
        this.portfolios = portfolios;
    }

    @GET
    @Operation(
            summary = "Every portfolio of every active broker",
            description = "By broker and strategy, a page at a time, from the ledger. Rows of different brokers are"
                    + " never to be summed: some may be paper and some live.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "limit or cursor can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<PortfolioPage> list(@BeanParam PageQuery page) {
        return portfolios.page(page.limit(), page.cursor());
    }

    @GET
    @Path("/{broker}/summary")
    @Operation(
            summary = "One broker's books over all its strategies",
            description = "From the ledger, valued at the last prices, per currency. What has no known price is valued"
                    + " at cost and listed under unmarked.")
    @APIResponse(responseCode = "200", description = "The summary")
    @APIResponse(
            responseCode = "404",
            description = "No such broker",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<BrokerSummary> summary(@RestPath @Parameter(description = "The account's name") String broker) {
        return portfolios.summary(brokers.lane(broker));
    }

    @GET
    @Path("/{broker}/{strategy}")
    @Operation(
            summary = "One strategy's portfolio at one broker, with its positions",
            description = "From the views in Redis; from the ledger where a view is missing. source says which.")
    @APIResponse(responseCode = "200", description = "The portfolio")
    @APIResponse(
            responseCode = "404",
            description = "No such broker, or the strategy has no portfolio there",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<PortfolioDetail> detail(
            @RestPath @Parameter(description = "The account's name") String broker,
            @RestPath @Parameter(description = "The strategy's name") String strategy) {
        return portfolios.detail(brokers.lane(broker), strategy);
    }
}
