package io.alphapanda.api.stream;

import io.alphapanda.api.health.HealthResource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/// Whether the database and Redis answer.
@Singleton
final class HealthWatch implements Watch {

    private final HealthResource health;
    private final StreamJson json;

    HealthWatch(HealthResource health, StreamJson json) {
        this.health = health;
        this.json = json;
    }

    @Override
    public StreamTopic topic() {
        return StreamTopic.HEALTH;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Uni<Map<String, byte[]>> look() {
        return health.health().map(answer -> Map.of("api", json.line(answer.getEntity())));
    }
}
