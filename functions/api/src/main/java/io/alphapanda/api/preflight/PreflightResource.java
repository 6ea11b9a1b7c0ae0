package io.alphapanda.api.preflight;

import io.alphapanda.stage.preflight.Preflight;
import io.alphapanda.stage.preflight.Report;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The pre-flight over HTTP.
@Path("/api/v1/preflight")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "How the house stands, and whether it may trade")
public final class PreflightResource {

    private final HouseFacts facts;

    PreflightResource(HouseFacts facts) {
        this.facts = facts;
    }

    @GET
    @Operation(
            summary = "Whether the house may trade, and what would trade for real money",
            description =
                    "Every finding with its level and its fix. As far as the read layer can see: what Kafka holds is"
                            + " as old as its watcher's last look.")
    @APIResponse(responseCode = "200", description = "The findings; also when something is wrong, the level says so")
    public Uni<Report> preflight() {
        return facts.gather().map(Preflight::of);
    }
}
