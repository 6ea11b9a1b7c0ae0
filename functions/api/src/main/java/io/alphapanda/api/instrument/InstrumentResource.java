package io.alphapanda.api.instrument;

import io.alphapanda.api.page.Period;
import io.alphapanda.api.problem.Problem;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.tag.Tagged;
import io.alphapanda.domain.instrument.InstrumentId;
import io.smallrye.mutiny.Uni;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Instruments over HTTP.
@Path("/api/v1/instruments")
@Produces(MediaType.APPLICATION_JSON)
@Tagged
@Tag(name = "instruments", description = "What instruments cost, and who trades them")
public final class InstrumentResource {

    private final Instruments instruments;

    InstrumentResource(Instruments instruments) {
        this.instruments = instruments;
    }

    @GET
    @Operation(summary = "Instruments with their last price, and who trades them")
    @APIResponse(
            responseCode = "200",
            description =
                    "Those that have a price, were traded, or are named by a strategy; in alphabetical order, 5,000 at most")
    public Uni<InstrumentPage> list() {
        return instruments.all();
    }

    @GET
    @Path("/{instrument}/prices")
    @Operation(
            summary = "An instrument's newest prices, minute by minute",
            description = "As many bars as the market-feed keeps, about two sessions; times are the market's.")
    @APIResponse(responseCode = "200", description = "The last price and the bars, oldest first")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No price of it has come",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Prices> prices(
            @RestPath @Parameter(description = "`VENUE:SYMBOL`") String instrument,
            @RestQuery @Parameter(description = "Bars from this time on") Optional<String> from,
            @RestQuery @Parameter(description = "Bars before this time") Optional<String> to) {
        return instruments.prices(id(instrument), Period.open(from, to));
    }

    private static InstrumentId id(String text) {
        try {
            return InstrumentId.of(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, e.getMessage(), "instrument", text, List.of());
        }
    }
}
