package io.alphapanda.api.auth;

import static io.alphapanda.api.auth.Bodies.given;

import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/// Users over HTTP.
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access", description = "Who may do what, and who did")
public final class UserResource {

    private final UserAdministration administration;

    UserResource(UserAdministration administration) {
        this.administration = administration;
    }

    @GET
    @Operation(summary = "Every user", description = "Role ADMIN.")
    @APIResponse(responseCode = "200", description = "In alphabetical order")
    public Uni<UserPage> list() {
        return administration.all();
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "A new user", description = "Role ADMIN. Passwords have 12 characters to 72 bytes.")
    @APIResponse(responseCode = "201", description = "They may log in")
    @APIResponse(
            responseCode = "400",
            description = "Name, role or password is not taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "There is one of that name",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Void> create(Bodies.NewUser body, @Context RoutingContext http) {
        var user = given(body);
        return administration.create(
                Caller.of(http),
                given("user", user.user()),
                given("role", user.role()),
                given("password", user.password()));
    }

    @PUT
    @Path("/{user}")
    @Operation(
            summary = "Changes role, password, or whether they may log in",
            description = "Role ADMIN. What is absent stays. Tokens made before are worth nothing afterwards.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(
            responseCode = "404",
            description = "No such user",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Void> change(@RestPath String user, Bodies.UserChange body, @Context RoutingContext http) {
        var change = given(body);
        return administration.change(
                Caller.of(http), user, orEmpty(change.role()), orEmpty(change.enabled()), orEmpty(change.password()));
    }

    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
