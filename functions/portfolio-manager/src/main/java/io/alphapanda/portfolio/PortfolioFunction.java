package io.alphapanda.portfolio;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.stage.delivery.LaneInput;
import io.alphapanda.stage.delivery.LaneProtocol;
import io.alphapanda.stage.delivery.TimedInput;
import io.alphapanda.stage.door.FunctionDoor;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The function door: one fill a request, or one ping.
@ApplicationScoped
public class PortfolioFunction {

    private final FunctionDoor door;
    private final LaneInput input;
    private final TimedInput timed;

    PortfolioFunction(FunctionDoor door, LaneInput input, TimedInput timed) {
        this.door = door;
        this.input = input;
        this.timed = timed;
    }

    @Funq("order-filled")
    @CloudEventMapping(trigger = "io.alphapanda.order-filled.v1")
    public Uni<Void> book(CloudEvent<byte[]> event) {
        return door.enter(event, input.handler());
    }

    @Funq("ping")
    @CloudEventMapping(trigger = "dev.knative.sources.ping")
    public Uni<Void> snapshot(CloudEvent<byte[]> event) {
        return door.enter(event, timed.handler());
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

    /// What a timer asks of it.
    @Produces
    @Singleton
    static TimedInput timed(LaneProtocol protocol, SnapshotLogic logic) {
        return new TimedInput(EventType.PING, protocol.handler(logic));
    }
}
