package io.alphapanda.api.calendar;

import io.alphapanda.api.page.Moment;
import io.alphapanda.api.problem.Problem;
import io.alphapanda.domain.instrument.Venues;
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

/// Market hours over HTTP.
@Path("/api/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "How the house stands, and whether it may trade")
public final class CalendarResource {

    private final Clock clock;

    CalendarResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @Operation(summary = "When the markets trade", description = "Today's and the next session, holidays, other hours.")
    @APIResponse(responseCode = "200", description = "Every market the house knows")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public MarketPage calendar(@RestQuery @Parameter(description = "Another moment than now") Optional<String> at) {
        var moment = at.map(text -> Moment.parse("at", text)).orElseGet(clock::instant);
        return new MarketPage(
                moment,
                Venues.all().stream().map(each -> MarketLine.of(each, moment)).toList());
    }
}
