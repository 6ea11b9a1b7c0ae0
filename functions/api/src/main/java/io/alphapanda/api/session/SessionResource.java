package io.alphapanda.api.session;

import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Logins over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sessions", description = "Who is logged in at which broker, and until when")
public final class SessionResource {

    private final SessionViews sessions;

    SessionResource(SessionViews sessions) {
        this.sessions = sessions;
    }

    @GET
    @Path("/sessions")
    @Operation(summary = "Every active account's login", description = "Accounts nobody logs in to are listed too.")
    @APIResponse(responseCode = "200", description = "In alphabetical order of the accounts")
    public Uni<SessionPage> list() {
        return sessions.all().map(SessionPage::new);
    }

    @GET
    @Path("/brokers/{broker}/session")
    @Operation(summary = "One account's login")
    @APIResponse(responseCode = "200", description = "How it stands; never its token")
    @APIResponse(
            responseCode = "404",
            description = "No such broker",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<SessionLine> session(@RestPath String broker) {
        return sessions.of(broker);
    }
}
