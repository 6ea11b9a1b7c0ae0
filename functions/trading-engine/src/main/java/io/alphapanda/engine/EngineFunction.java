package io.alphapanda.engine;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.stage.delivery.LaneInput;
import io.alphapanda.stage.delivery.LaneProtocol;
import io.alphapanda.stage.door.FunctionDoor;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The function door: one approved signal a request.
@ApplicationScoped
public class EngineFunction {

    private final FunctionDoor door;
    private final LaneInput input;

    EngineFunction(FunctionDoor door, LaneInput input) {
        this.door = door;
        this.input = input;
    }

    @Funq("signal-validated")
    @CloudEventMapping(trigger = "io.alphapanda.signal-validated.v1")
    public Uni<Void> execute(CloudEvent<byte[]> event) {
        return door.enter(event, input.handler());
    }

    /// What this stage takes in, for both doors.
    @Produces
    @Singleton
    static LaneInput input(LaneProtocol protocol, ExecutionLogic logic) {
        return new LaneInput(
                EventType.SIGNAL_VALIDATED,
                Topics::signalsValidated,
                ConsumerGroups::tradingEngine,
                protocol.handler(logic));
    }
}
