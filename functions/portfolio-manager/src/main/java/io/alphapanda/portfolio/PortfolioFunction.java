package io.alphapanda.portfolio;

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

/// The function door: one fill a request.
@ApplicationScoped
public class PortfolioFunction {

    private final FunctionDoor door;
    private final LaneInput input;

    PortfolioFunction(FunctionDoor door, LaneInput input) {
        this.door = door;
        this.input = input;
    }

    @Funq("order-filled")
    @CloudEventMapping(trigger = "io.alphapanda.order-filled.v1")
    public Uni<Void> book(CloudEvent<byte[]> event) {
        return door.enter(event, input.handler());
    }

    /// What this stage takes in, for both doors.
    @Produces
    @Singleton
    static LaneInput input(LaneProtocol protocol, BookingLogic logic) {
        return new LaneInput(
                EventType.ORDER_FILLED,
                Topics::ordersFilled,
                ConsumerGroups::portfolioManager,
                protocol.handler(logic));
    }
}
