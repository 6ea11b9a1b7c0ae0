package io.alphapanda.api.twin;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.PageQuery;
import io.alphapanda.api.page.Period;
import io.alphapanda.api.problem.Problem;
import io.alphapanda.api.tag.Tagged;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// Twins over HTTP.
@Path("/api/v1/twins")
@Produces(MediaType.APPLICATION_JSON)
@Tagged
@Tag(name = "twins", description = "The same signal at two accounts: delay, slippage, missed and extra legs")
public final class TwinResource {

    private final ActiveBrokers brokers;
    private final Twins twins;
    private final Clock clock;

    TwinResource(ActiveBrokers brokers, Twins twins, Clock clock) {
        this.brokers = brokers;
        this.twins = twins;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "One account's signals beside those of another, newest first",
            description = "Compared with the first other paper account unless another is named.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such broker, or a strategy nobody knows",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<TwinPage> list(
            @RestQuery @Parameter(description = "The account to look at", required = true) Optional<String> broker,
            @RestQuery @Parameter(description = "The account to compare it with") Optional<String> against,
            @RestQuery @Parameter(description = "Only this strategy's") Optional<String> strategy,
            @RestQuery @Parameter(description = "Only this instrument's, `VENUE:SYMBOL`") Optional<String> instrument,
            @BeanParam PageQuery page) {
        var pair = Pair.of(brokers, broker, against);
        var filter = ListFilter.of(brokers, Optional.of(pair.lane().broker()))
                .strategy(strategy)
                .instrument(instrument);
        return twins.page(pair, filter, page.limit(), page.cursor());
    }

    @GET
    @Path("/summary")
    @Operation(
            summary = "Two accounts compared over a time, by strategy and instrument",
            description =
                    "Signals recorded from `from` until before `to`; the last day unless said otherwise, 31 days at"
                            + " most.")
    @APIResponse(responseCode = "200", description = "The comparison")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such broker",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<TwinSummary> summary(
            @RestQuery @Parameter(description = "The account to look at", required = true) Optional<String> broker,
            @RestQuery @Parameter(description = "The account to compare it with") Optional<String> against,
            @RestQuery @Parameter(description = "ISO-8601 instant; a day before `to`") Optional<String> from,
            @RestQuery @Parameter(description = "ISO-8601 instant; now") Optional<String> to) {
        return twins.summary(Pair.of(brokers, broker, against), Period.recent(from, to, clock.instant()));
    }
}
