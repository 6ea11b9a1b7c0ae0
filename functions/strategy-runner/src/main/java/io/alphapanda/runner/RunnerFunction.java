package io.alphapanda.runner;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.stage.delivery.ServedTypes;
import io.alphapanda.stage.door.FunctionDoor;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Set;

/// The function door: one batch of ticks a request.
@ApplicationScoped
public class RunnerFunction {

    private final FunctionDoor door;
    private final TickStage stage;

    RunnerFunction(FunctionDoor door, TickStage stage) {
        this.door = door;
        this.stage = stage;
    }

    @Funq("tick-batch")
    @CloudEventMapping(trigger = "io.alphapanda.tick-batch.v1")
    public Uni<Void> run(CloudEvent<byte[]> event) {
        return door.enter(event, stage);
    }

    @Produces
    static ServedTypes served() {
        return new ServedTypes(Set.of(EventType.TICK_BATCH));
    }
}
