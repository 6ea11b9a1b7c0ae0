package io.alphapanda.stage.door;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive unless a lane's consumer has died or hangs. One that can't be opened is tried again and again: a restart would
/// not help it.
@Liveness
@Singleton
final class StreamDoorLiveness implements HealthCheck {

    private final StreamDoor door;

    StreamDoorLiveness(StreamDoor door) {
        this.door = door;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("stream-door").withData("open", door.isOpen());
        boolean well = true;
        for (var pulse : door.pulses()) {
            var trouble = pulse.whyNotAlive();
            well &= trouble.isEmpty();
            trouble.ifPresent(reason -> answer.withData(pulse.topic(), reason));
        }
        return answer.status(well).build();
    }
}
