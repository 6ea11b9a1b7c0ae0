package io.alphapanda.api.pipeline;

import io.alphapanda.api.problem.Problem;
import io.alphapanda.api.tag.Tagged;
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

/// The pipeline's flow over HTTP.
@Path("/api/v1/pipeline")
@Produces(MediaType.APPLICATION_JSON)
@Tagged
@Tag(name = "pipeline", description = "How the pipeline flows, stage by stage and lane by lane")
public final class PipelineResource {

    private final Pipelines pipelines;

    PipelineResource(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    @GET
    @Operation(
            summary = "Counts and delays of every lane's stages over a time",
            description =
                    "What was written down from `from` until before `to`; the last day unless said otherwise, 31 days"
                            + " at most.")
    @APIResponse(responseCode = "200", description = "Every active account, even with nothing")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Pipeline> pipeline(
            @RestQuery @Parameter(description = "ISO-8601 instant; a day before `to`") Optional<String> from,
            @RestQuery @Parameter(description = "ISO-8601 instant; now") Optional<String> to) {
        return pipelines.over(from, to);
    }
}
