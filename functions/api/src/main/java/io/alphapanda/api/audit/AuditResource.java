package io.alphapanda.api.audit;

import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.PageQuery;
import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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

/// The audit over HTTP.
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access", description = "Who may do what, and who did")
public final class AuditResource {

    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    @GET
    @Operation(
            summary = "What people did, newest first",
            description =
                    "Logins, changes of users, commands; role ADMIN. Without an outcome: nobody knows how it ended.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<AuditPage> list(
            @RestQuery @Parameter(description = "Only what this user did") Optional<String> user,
            @BeanParam PageQuery page) {
        user.ifPresent(name -> ListFilter.requireId("user", name));
        return trail.page(user, page.limit(), page.cursor());
    }
}
