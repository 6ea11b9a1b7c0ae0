package io.alphapanda.api.log;

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
import org.jboss.resteasy.reactive.RestQuery;

/// The log over HTTP.
@Path("/api/v1/logs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "logs", description = "What every room has logged, in channels")
public final class LogResource {

    private final Logs logs;

    LogResource(Logs logs) {
        this.logs = logs;
    }

    @GET
    @Operation(
            summary = "Lines of the log, newest first",
            description = "A page may be short, or empty, where few of very many lines fit; its cursor goes on.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<LogPage> list(
            @RestQuery
                    @Parameter(
                            description = "Only this channel",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"audit", "error", "trading", "market", "api", "performance"
                                            }))
                    Optional<String> channel,
            @RestQuery
                    @Parameter(
                            description = "Only this level and what is worse",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"ERROR", "WARN", "INFO", "DEBUG", "TRACE"}))
                    Optional<String> level,
            @RestQuery @Parameter(description = "Only this room's") Optional<String> room,
            @RestQuery @Parameter(description = "Only those whose message or error contains it, in whatever case")
                    Optional<String> search,
            @RestQuery @Parameter(description = "Only those about this idea, in every lane")
                    Optional<String> correlationId,
            @RestQuery @Parameter(description = "Logged at this time or after it") Optional<String> from,
            @RestQuery @Parameter(description = "Logged before this time") Optional<String> to,
            @BeanParam PageQuery page) {
        var filter = LogFilter.of(channel, level, room, search, correlationId, Period.open(from, to));
        return logs.page(filter, page.limit(), page.cursor());
    }

    @GET
    @Path("/channels")
    @Operation(summary = "The channels there are, and what they hold")
    @APIResponse(responseCode = "200", description = "Every channel, even one without a line")
    public Uni<LogChannels> channels() {
        return logs.channels();
    }

    @GET
    @Path("/statistics")
    @Operation(
            summary = "Lines counted by channel, room and level",
            description = "Of the newest lines of each channel.")
    @APIResponse(responseCode = "200", description = "The counts")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<LogStatistics> statistics(
            @RestQuery @Parameter(description = "Logged at this time or after it") Optional<String> from,
            @RestQuery @Parameter(description = "Logged before this time") Optional<String> to) {
        return logs.statistics(Period.open(from, to));
    }
}
