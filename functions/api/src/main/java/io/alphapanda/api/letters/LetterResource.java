package io.alphapanda.api.letters;

import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// Dead letters over HTTP.
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "How the house stands, and whether it may trade")
public final class LetterResource {

    private final Letters letters;

    LetterResource(Letters letters) {
        this.letters = letters;
    }

    @GET
    @Operation(
            summary = "How many events could not be delivered, by topic",
            description =
                    "What is in them, `./panda dead-letters show` says; `./panda dead-letters replay` gives them back.")
    @APIResponse(responseCode = "200", description = "As old as the watcher's last look, which is told")
    @APIResponse(
            responseCode = "404",
            description = "No such broker",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<LetterPage> list(@RestQuery @Parameter(description = "Only this account's") Optional<String> broker) {
        return letters.page(broker);
    }
}
