package io.alphapanda.api.system;

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

/// What runs, over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "How the house stands, and whether it may trade")
public final class SystemResource {

    private final SystemLook system;
    private final Services services;

    SystemResource(SystemLook system, Services services) {
        this.system = system;
        this.services = services;
    }

    @GET
    @Path("/system")
    @Operation(summary = "Version, start, and how much room the stores take")
    @APIResponse(responseCode = "200", description = "This service and what it stands on")
    public Uni<SystemInfo> system() {
        return system.look();
    }

    @GET
    @Path("/services")
    @Operation(summary = "Every stage of the house and its processes", description = "As each says every ten seconds.")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the flow; also those of which no process is there")
    public Uni<ServicePage> services() {
        return services.all().map(ServicePage::new);
    }

    @GET
    @Path("/services/{service}")
    @Operation(summary = "One stage and its processes")
    @APIResponse(responseCode = "200", description = "Its processes")
    @APIResponse(
            responseCode = "404",
            description = "No such service",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<ServiceLine> service(@RestPath String service) {
        return services.one(service);
    }
}
