package io.alphapanda.stage.delivery;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.door.Attributes;
import io.alphapanda.stage.door.BadEventException;
import io.alphapanda.stage.door.DeadLetterReason;
import io.alphapanda.stage.door.DeadLetters;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.OutboxRow;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.trouble.OutOfTurnException;
import io.alphapanda.stage.trouble.TransientException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Runs a lane stage's logic under the delivery protocol (see the package).
@Singleton
public final class LaneProtocol {

    /// Of the time for an answer, what is kept for the work itself when an event has waited for its turn.
    private static final int WAITING_SHARE = 2;

    private final Brokers brokers;
    private final EventCodec codec;
    private final DeadLetters deadLetters;
    private final Outbox outbox;
    private final LaneGates gates;
    private final Turns turns;
    private final ProtocolProbe probe;
    private final Meters meters;
    private final String stage;
    private final Duration answerWithin;

    /// @param stage               its name in inbox and outbox, by which the sweeper finds its events
    /// @param answerWithinSeconds the longest a source is kept waiting; shorter than its own timeout
    LaneProtocol(
            Brokers brokers,
            EventCodec codec,
            DeadLetters deadLetters,
            Outbox outbox,
            LaneGates gates,
            Turns turns,
            ProtocolProbe probe,
            Meters meters,
            @ConfigProperty(name = "quarkus.application.name") String stage,
            @ConfigProperty(name = "panda.delivery.answer-within-seconds", defaultValue = "20")
                    int answerWithinSeconds) {
        if (answerWithinSeconds < 1 || answerWithinSeconds > 600) {
            throw new ConfigurationException("panda.delivery.answer-within-seconds " + answerWithinSeconds
                    + " must be between 1 and 600; correct it or remove it for the default of 20");
        }
        this.brokers = brokers;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.outbox = outbox;
        this.gates = gates;
        this.turns = turns;
        this.probe = probe;
        this.meters = meters;
        this.stage = stage;
        this.answerWithin = Duration.ofSeconds(answerWithinSeconds);
    }

    /// The handler a stage's doors deliver to.
    public <E> Handler handler(LaneLogic<E> logic) {
        if (!logic.stage().equals(stage)) {
            throw new IllegalStateException("stage '" + logic.stage() + "' must be named as its application, '" + stage
                    + "': the sweeper looks for its events under that name");
        }
        return delivery -> deliver(delivery, logic);
    }

    private <E> Uni<Handled> deliver(Delivery delivery, LaneLogic<E> logic) {
        LaneEvent<E> event;
        try {
            event = decode(delivery, logic);
        } catch (BadEventException bad) {
            return bury(delivery, bad);
        }
        return answered(
                event,
                turns.take(logic.stage(), event.id(), () -> inTurn(event, delivery, logic)
                                .invoke(() -> logic.committed(event))
                                .chain(committed -> publish(delivery, logic, committed)))
                        .invoke(() -> probe.reached(ProtocolStep.BEFORE_ANSWER, logic.stage(), event.id()))
                        .onFailure(BadEventException.class)
                        .recoverWithUni(bad -> bury(delivery, (BadEventException) bad)));
    }

    private Uni<Handled> bury(Delivery delivery, BadEventException why) {
        return deadLetters
                .put(delivery.lane(), delivery.topic(), Attributes.of(delivery), delivery.data(), why)
                .replaceWith(Handled.DEAD_LETTERED);
    }

    /// The answer does not wait for ever; the work goes on to its end all the same, and the event's next delivery finds
    /// what it did.
    private Uni<Handled> answered(LaneEvent<?> event, Uni<Handled> work) {
        Uni<Handled> going =
                Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
        return going.ifNoItem()
                .after(answerWithin)
                .failWith(() -> new TransientException(event.id() + " was not finished within " + answerWithin));
    }

    private <E> LaneEvent<E> decode(Delivery delivery, LaneLogic<E> logic) throws BadEventException {
        try {
            var data = codec.decode(delivery.data(), logic.payload());
            var account = brokers.account(new Broker(delivery.lane()));
            if (!logic.broker(data).equals(account.broker())) {
                throw new BadEventException(
                        DeadLetterReason.LANE_MISMATCH,
                        "data of broker '" + logic.broker(data) + "' in the lane of '" + account.broker() + "'");
            }
            requireId(delivery.id(), logic.id(data));
            return new LaneEvent<>(
                    delivery.id(), delivery.correlationId().orElseThrow(), delivery.time(), account, data);
        } catch (MalformedEventException e) {
            throw new BadEventException(DeadLetterReason.DATA_MALFORMED, e.getMessage());
        }
    }

    private static void requireId(String id, Optional<String> mustBe) throws BadEventException {
        if (mustBe.isPresent() && !mustBe.get().equals(id)) {
            throw new BadEventException(
                    DeadLetterReason.ID_MISMATCH, "an event with this data has the id '" + mustBe.get() + "'");
        }
    }

    private <E> Uni<Committed> inTurn(LaneEvent<E> event, Delivery delivery, LaneLogic<E> logic) {
        return turns.inTurn(
                logic.stage(),
                logic.follows(event.data()),
                answerWithin.dividedBy(WAITING_SHARE),
                nanos -> meters.time(StageMeters.TURN_WAIT, nanos, delivery.lane()),
                () -> gates.enter(delivery.lane(), () -> commit(event, delivery, logic)));
    }

    /// What a transaction came to.
    ///
    /// @param handled whether the event took effect in it
    /// @param unsent  what is to be sent now, in this order
    private record Committed(Handled handled, List<OutboxRow> unsent) {}

    private <E> Uni<Committed> commit(LaneEvent<E> event, Delivery delivery, LaneLogic<E> logic) {
        long began = System.nanoTime();
        return Panache.withTransaction(() -> Panache.getSession()
                        .map(session -> new Inbox(session, logic.stage()))
                        .chain(inbox -> inbox.enter(event.id(), event.broker())
                                .chain(first ->
                                        first ? decide(inbox, event, delivery, logic) : before(inbox, event, logic))))
                .invoke(committed -> {
                    if (committed.handled() == Handled.DONE) {
                        meters.time(StageMeters.DECISION, System.nanoTime() - began, delivery.lane());
                        logic.tookEffect(event);
                    }
                    probe.reached(ProtocolStep.AFTER_COMMIT, logic.stage(), event.id());
                });
    }

    private <E> Uni<Committed> decide(Inbox inbox, LaneEvent<E> event, Delivery delivery, LaneLogic<E> logic) {
        return turn(inbox, event, logic)
                .chain(() -> logic.decide(event))
                .map(events -> rows(events, event, delivery, logic))
                .chain(rows -> inbox.session()
                        .persistAll(rows.toArray())
                        .chain(inbox.session()::flush)
                        .replaceWith(rows))
                .invoke(() -> probe.reached(ProtocolStep.BEFORE_COMMIT, logic.stage(), event.id()))
                .chain(outbox::behindEarlier)
                .map(unsent -> new Committed(Handled.DONE, unsent));
    }

    /// The event was decided before.
    private <E> Uni<Committed> before(Inbox inbox, LaneEvent<E> event, LaneLogic<E> logic) {
        return inbox.requireLane(event.id(), event.broker())
                .chain(() -> outbox.recorded(logic.stage(), event.id()))
                .chain(outbox::behindEarlier)
                .map(unsent -> new Committed(Handled.DUPLICATE, unsent));
    }

    private static <E> Uni<Void> turn(Inbox inbox, LaneEvent<E> event, LaneLogic<E> logic) {
        var follows = logic.follows(event.data());
        if (follows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return inbox.has(follows.get())
                .chain(decided -> decided
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new OutOfTurnException(event.id(), follows.get())));
    }

    private <E> List<OutboxRow> rows(
            List<OutgoingEvent> events, LaneEvent<E> event, Delivery delivery, LaneLogic<E> logic) {
        return events.stream()
                .map(each -> outbox.row(logic.stage(), event.broker(), event.id(), delivery, each))
                .toList();
    }

    private Uni<Handled> publish(Delivery delivery, LaneLogic<?> logic, Committed committed) {
        return outbox.publish(delivery.lane(), committed.unsent())
                .invoke(() -> probe.reached(ProtocolStep.AFTER_PUBLISH, logic.stage(), delivery.id()))
                .replaceWith(committed.handled());
    }
}
