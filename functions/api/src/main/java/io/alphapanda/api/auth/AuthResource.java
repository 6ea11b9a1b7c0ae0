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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Logging in over HTTP.
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access", description = "Who may do what, and who did")
public final class AuthResource {

    private final Logins logins;
    private final UserAdministration administration;
    private final AuthMode mode;

    AuthResource(Logins logins, UserAdministration administration, AuthMode mode) {
        this.logins = logins;
        this.administration = administration;
        this.mode = mode;
    }

    @POST
    @Path("/login")
    @Operation(summary = "Logs in", description = "An access token for five minutes, and a refresh token for the next.")
    @APIResponse(responseCode = "200", description = "Logged in")
    @APIResponse(
            responseCode = "401",
            description = "User or password is wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Tokens> login(Bodies.Login body, @Context RoutingContext http) {
        var login = given(body);
        return logins.logIn(Caller.of(http), given("user", login.user()), given("password", login.password()));
    }

    @POST
    @Path("/refresh")
    @Operation(
            summary = "The next pair of tokens",
            description = "A refresh token is good once. One that comes again ends its session.")
    @APIResponse(responseCode = "200", description = "The next pair")
    @APIResponse(
            responseCode = "401",
            description = "The session is over",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Tokens> refresh(Bodies.Refresh body, @Context RoutingContext http) {
        return logins.refresh(Caller.of(http), given("refreshToken", given(body).refreshToken()));
    }

    @POST
    @Path("/logout")
    @Operation(summary = "Ends the session", description = "Its access token is worth nothing from then on.")
    @APIResponse(responseCode = "204", description = "It is over")
    public Uni<Void> logout(Bodies.Refresh body, @Context RoutingContext http) {
        return logins.logOut(Caller.of(http), given("refreshToken", given(body).refreshToken()));
    }

    @GET
    @Path("/me")
    @Operation(summary = "Who asks, and what they may do")
    @APIResponse(responseCode = "200", description = "Who asks")
    public Me me(@Context RoutingContext http) {
        var caller = Caller.of(http);
        return new Me(caller.name(), caller.role(), mode.isOn() ? "on" : "off");
    }

    @PUT
    @Path("/password")
    @Operation(summary = "Changes one's own password", description = "Every session of theirs ends.")
    @APIResponse(responseCode = "204", description = "Changed; log in again")
    @APIResponse(
            responseCode = "400",
            description = "The new password is not taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Void> password(Bodies.PasswordChange body, @Context RoutingContext http) {
        var change = given(body);
        return administration.ownPassword(
                Caller.of(http), given("password", change.password()), given("newPassword", change.newPassword()));
    }
}
