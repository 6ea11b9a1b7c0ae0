package io.alphapanda.api.watching;

import io.alphapanda.api.page.Limit;
import io.alphapanda.api.problem.Problem;
import io.alphapanda.stage.trouble.Trouble;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// The health of the house over HTTP.
@Path("/api/v1/monitoring/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "How the house stands, and whether it may trade")
public final class MonitoringResource {

    private final HouseLook house;
    private final Limits limits;
    private final HealthHistory history;
    private final Clock clock;

    MonitoringResource(HouseLook house, WatchConfiguration configuration, HealthHistory history, Clock clock) {
        this.house = house;
        this.limits = Limits.of(configuration);
        this.history = history;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "How the house is, part by part", description = "The same rules that raise alerts, held now.")
    @APIResponse(responseCode = "200", description = "Also when something is wrong; the status says so")
    public Uni<HouseHealth> health() {
        return house.look()
                .map(state -> HouseHealth.of(state, limits))
                .onFailure(failure -> Trouble.of(failure) == Trouble.TRANSIENT)
                .recoverWithItem(() ->
                        HouseHealth.storesAway(clock.instant(), "the database or Redis does not answer; see /health"));
    }

    @GET
    @Path("/history")
    @Operation(summary = "How the house was, newest first")
    @APIResponse(responseCode = "200", description = "An entry for each change, and one every five minutes")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<HealthPage> history(
            @RestQuery
                    @DefaultValue(Limit.DEFAULT)
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
                    String limit) {
        return history.newest(Limit.of(limit).rows()).map(HealthPage::new);
    }
}
