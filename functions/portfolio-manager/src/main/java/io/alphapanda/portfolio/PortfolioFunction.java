package io.alphapanda.portfolio;

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

/// The function door: one fill a request.
@ApplicationScoped
public class PortfolioFunction {

    private final FunctionDoor door;
    private final Handler handler;

    PortfolioFunction(FunctionDoor door, LaneProtocol protocol, BookingLogic logic) {
        this.door = door;
        this.handler = protocol.handler(logic);
    }

    @Funq("order-filled")
    @CloudEventMapping(trigger = "io.alphapanda.order-filled.v1")
    public Uni<Void> book(CloudEvent<byte[]> event) {
        return door.enter(event, handler);
    }

    @Produces
    static ServedTypes served() {
        return new ServedTypes(Set.of(EventType.ORDER_FILLED));
    }
}
