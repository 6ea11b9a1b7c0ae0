package io.alphapanda.api.health;

import io.alphapanda.api.health.Health.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/// Asks the database and Redis for a sign of life.
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "service", description = "This service itself")
public final class HealthResource {

    private static final Logger LOG = Logger.getLogger(HealthResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool database;
    private final RedisAPI redis;

    HealthResource(Pool database, RedisAPI redis) {
        this.database = database;
        this.redis = redis;
    }

    @GET
    @Operation(summary = "Whether the database and Redis answer", description = "Details are at /q/health.")
    @APIResponse(
            responseCode = "200",
            description = "Both answer",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "One of them does not",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Uni<RestResponse<Health>> health() {
        return Uni.combine()
                .all()
                .unis(state("database", database.query("select 1").execute()), state("redis", redis.ping(List.of())))
                .with(Health::of)
                .map(health -> RestResponse.status(
                        health.status() == State.UP ? RestResponse.Status.OK : RestResponse.Status.SERVICE_UNAVAILABLE,
                        health));
    }

    private static Uni<State> state(String what, Uni<?> signOfLife) {
        return signOfLife
                .map(_ -> State.UP)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(State.DOWN)
                .onFailure()
                .invoke(failure -> LOG.warnf("does not answer: dependency=%s reason=%s", what, failure))
                .onFailure()
                .recoverWithItem(State.DOWN);
    }
}
