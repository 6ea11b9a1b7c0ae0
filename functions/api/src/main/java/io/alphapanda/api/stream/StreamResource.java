package io.alphapanda.api.stream;

import io.alphapanda.api.page.Cursor;
import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/// The stream over HTTP.
@Path("/api/v1/stream")
@Tag(name = "stream", description = "What happens, as it happens")
public final class StreamResource {

    private final StreamHub hub;

    StreamResource(StreamHub hub) {
        this.hub = hub;
    }

    /// Never completes: from here on the hub writes to the connection itself, so that one event is one piece of memory
    /// however many are told it, and a client that does not read is seen.
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Server-sent events",
            description =
                    "Events named by their topic, each `{\"items\": […]}`; `activity` tells what the lanes decide, every"
                            + " other topic its present state and then what changes. Besides: `open` (the stream stands),"
                            + " `trouble` and `recovered` (a topic's source is away, or back), `reset` (what was missed"
                            + " can't be told, ask the lists).")
    @APIResponse(
            responseCode = "200",
            description = "A stream without an end",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "400",
            description = "A topic there is not, or an id nobody was told",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "As many as may already listen",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Void> open(
            @RestQuery
                    @DefaultValue("activity,portfolios,prices,pipeline,health,alerts")
                    @Parameter(description = "Some of activity, portfolios, prices, pipeline, health, alerts, logs")
                    String topics,
            @RestHeader("Last-Event-ID")
                    @Parameter(description = "The id told last: activity goes on behind it, and nothing is missed")
                    Optional<String> lastEventId,
            @Context RoutingContext exchange) {
        hub.open(exchange, StreamTopic.read(topics), after(lastEventId));
        return Uni.createFrom().nothing();
    }

    private static OptionalLong after(Optional<String> id) {
        if (id.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long after = Long.parseLong(id.get());
            if (after >= 0) {
                return OptionalLong.of(after);
            }
        } catch (NumberFormatException _) {
            // Told below, like a number below zero.
        }
        throw Cursor.bad(id.get());
    }
}
