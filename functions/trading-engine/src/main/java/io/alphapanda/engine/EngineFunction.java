package io.alphapanda.engine;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.stage.delivery.Handler;
import io.alphapanda.stage.delivery.LaneProtocol;
import io.alphapanda.stage.delivery.ServedTypes;
import io.alphapanda.stage.door.FunctionDoor;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Set;

/// The function door: one approved signal a request.
@ApplicationScoped
public class EngineFunction {

    private final FunctionDoor door;
    private final Handler handler;

    EngineFunction(FunctionDoor door, LaneProtocol protocol, ExecutionLogic logic) {
        this.door = door;
        this.handler = protocol.handler(logic);
    }

    @Funq("signal-validated")
    @CloudEventMapping(trigger = "io.alphapanda.signal-validated.v1")
    public Uni<Void> execute(CloudEvent<byte[]> event) {
        return door.enter(event, handler);
    }

    @Produces
    static ServedTypes served() {
        return new ServedTypes(Set.of(EventType.SIGNAL_VALIDATED));
    }
}
