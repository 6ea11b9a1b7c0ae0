package io.alphapanda.stage.door;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready while every lane's topic is being read; says which is not, and why.
@Readiness
@Singleton
final class StreamDoorReadiness implements HealthCheck {

    private final StreamDoor door;

    StreamDoorReadiness(StreamDoor door) {
        this.door = door;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("stream-door").withData("open", door.isOpen());
        boolean well = true;
        for (var pulse : door.pulses()) {
            var trouble = pulse.whyNotReading();
            well &= trouble.isEmpty();
            answer.withData(pulse.topic(), trouble.orElse("reading"));
        }
        return answer.status(well).build();
    }
}
