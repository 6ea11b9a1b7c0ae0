package io.alphapanda.stage.trial;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.delivery.LaneLogic;
import io.alphapanda.stage.event.OutgoingEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Writes an effect and sends two events.
@Singleton
final class TrialLogic implements LaneLogic<LaneSignal> {

    private final String stage;
    private final Script script;

    TrialLogic(@ConfigProperty(name = "quarkus.application.name") String stage, Script script) {
        this.stage = stage;
        this.script = script;
    }

    @Override
    public String stage() {
        return stage;
    }

    @Override
    public Class<LaneSignal> payload() {
        return LaneSignal.class;
    }

    @Override
    public Broker broker(LaneSignal signal) {
        return signal.broker();
    }

    @Override
    public Optional<String> id(LaneSignal signal) {
        return Optional.empty();
    }

    @Override
    public Optional<String> follows(LaneSignal signal) {
        return signal.follows();
    }

    @Override
    public Uni<List<OutgoingEvent>> decide(LaneEvent<LaneSignal> event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into effects (event_id, broker) values (?1, ?2)")
                        .setParameter(1, event.id())
                        .setParameter(2, event.broker().name())
                        .executeUpdate())
                .chain(() -> script.turn(event.data().signal().strategy().value()))
                .replaceWith(List.of(
                        outgoing(
                                event,
                                script.topic(
                                        event.data().signal().strategy().value(),
                                        Topics.signalsValidated(event.broker())),
                                EventType.SIGNAL_VALIDATED,
                                Ids.validated(event.id())),
                        outgoing(
                                event,
                                Topics.ordersSubmitted(event.broker()),
                                EventType.SIGNAL_VALIDATED,
                                Ids.order(event.id(), 1))));
    }

    private static OutgoingEvent outgoing(LaneEvent<LaneSignal> event, String topic, EventType type, String id) {
        return new OutgoingEvent(
                topic,
                type,
                id,
                event.time(),
                event.data().signal().partitionKey(),
                Optional.of(event.broker().name()),
                Optional.of(event.correlationId()),
                new SignalValidated(event.data(), List.of(), Optional.empty()));
    }
}
