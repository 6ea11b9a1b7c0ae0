package io.alphapanda.stage.trial;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
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

/// The trial stage's function, wired as every lane stage's is.
@ApplicationScoped
public class TrialFunction {

    private final FunctionDoor door;
    private final LaneInput input;

    TrialFunction(FunctionDoor door, LaneInput input) {
        this.door = door;
        this.input = input;
    }

    @Funq("signal-generated")
    @CloudEventMapping(trigger = "io.alphapanda.signal-generated.v1")
    public Uni<Void> take(CloudEvent<byte[]> event) {
        return door.enter(event, input.handler());
    }

    /// The consumer group of the trial stage.
    public static String group(Broker broker) {
        return "alpha-panda.trial." + broker + "-signals-raw";
    }

    @Produces
    @Singleton
    static LaneInput input(LaneProtocol protocol, TrialLogic logic) {
        return new LaneInput(
                EventType.SIGNAL_GENERATED, Topics::signalsRaw, TrialFunction::group, protocol.handler(logic));
    }
}
