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
import io.alphapanda.stage.trouble.OutOfTurnException;
import io.alphapanda.stage.trouble.TransientException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/// Runs a lane stage's logic under the delivery protocol (see the package).
@Singleton
public final class LaneProtocol {

    /// An event out of turn waits here a little before it is sent back: its predecessor is usually a few milliseconds
    /// away, and the source's own retry is slower.
    private static final int TURNS = 8;

    private static final Duration TURN = Duration.ofMillis(15);

    private final Brokers brokers;
    private final EventCodec codec;
    private final DeadLetters deadLetters;
    private final Outbox outbox;
    private final LaneGates gates;
    private final ProtocolProbe probe;
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
            ProtocolProbe probe,
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
        this.probe = probe;
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

    private <E> Uni<Void> deliver(Delivery delivery, LaneLogic<E> logic) {
        LaneEvent<E> event;
        try {
            event = decode(delivery, logic);
        } catch (BadEventException bad) {
            return bury(delivery, bad);
        }
        return answered(
                event,
                inTurn(event, delivery, logic)
                        .chain(unsent -> publish(delivery, logic, unsent))
                        .invoke(() -> probe.reached(ProtocolStep.BEFORE_ANSWER, logic.stage(), event.id()))
                        .onFailure(BadEventException.class)
                        .recoverWithUni(bad -> bury(delivery, (BadEventException) bad)));
    }

    private Uni<Void> bury(Delivery delivery, BadEventException why) {
        return deadLetters.put(delivery.lane(), delivery.topic(), Attributes.of(delivery), delivery.data(), why);
    }

    /// The answer does not wait for ever; the work goes on to its end all the same, and the event's next delivery finds
    /// what it did.
    private Uni<Void> answered(LaneEvent<?> event, Uni<Void> work) {
        Uni<Void> going = Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
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
            return new LaneEvent<>(
                    delivery.id(), delivery.correlationId().orElseThrow(), delivery.time(), account, data);
        } catch (MalformedEventException e) {
            throw new BadEventException(DeadLetterReason.DATA_MALFORMED, e.getMessage());
        }
    }

    private <E> Uni<List<OutboxRow>> inTurn(LaneEvent<E> event, Delivery delivery, LaneLogic<E> logic) {
        return gates.enter(delivery.lane(), () -> commit(event, delivery, logic))
                .onFailure(OutOfTurnException.class)
                .retry()
                .withBackOff(TURN, TURN)
                .withJitter(0)
                .atMost(TURNS)
                .onFailure(IllegalStateException.class)
                .transform(LaneProtocol::withoutRetryWrapper);
    }

    /// Mutiny reports exhausted retries as an IllegalStateException around the last failure.
    private static Throwable withoutRetryWrapper(Throwable failure) {
        return failure.getCause() instanceof OutOfTurnException ? failure.getCause() : failure;
    }

    private <E> Uni<List<OutboxRow>> commit(LaneEvent<E> event, Delivery delivery, LaneLogic<E> logic) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> firstTime(session, event, logic)
                                .chain(first -> first
                                        ? decide(session, event, delivery, logic)
                                        : ofThisLane(session, event, logic)
                                                .chain(() -> outbox.recorded(logic.stage(), event.id()))))
                        .chain(outbox::behindEarlier))
                .invoke(() -> probe.reached(ProtocolStep.AFTER_COMMIT, logic.stage(), event.id()));
    }

    private <E> Uni<List<OutboxRow>> decide(
            Mutiny.Session session, LaneEvent<E> event, Delivery delivery, LaneLogic<E> logic) {
        return turn(session, event, logic)
                .chain(() -> logic.decide(event))
                .map(events -> rows(events, event, delivery, logic))
                .chain(rows ->
                        session.persistAll(rows.toArray()).chain(session::flush).replaceWith(rows))
                .invoke(() -> probe.reached(ProtocolStep.BEFORE_COMMIT, logic.stage(), event.id()));
    }

    /// Enters the event into the inbox; false if it is there already. A concurrent duplicate waits here until the first
    /// has committed or rolled back.
    private static <E> Uni<Boolean> firstTime(Mutiny.Session session, LaneEvent<E> event, LaneLogic<E> logic) {
        return session.createNativeQuery(
                        "insert into inbox (stage, event_id, broker) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, logic.stage())
                .setParameter(2, event.id())
                .setParameter(3, event.broker().name())
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /// An id that another lane has taken is no duplicate: ids name their lane, so this event's is not its own.
    private static <E> Uni<Void> ofThisLane(Mutiny.Session session, LaneEvent<E> event, LaneLogic<E> logic) {
        return session.createNativeQuery("select broker from inbox where stage = ?1 and event_id = ?2", String.class)
                .setParameter(1, logic.stage())
                .setParameter(2, event.id())
                .getSingleResult()
                .chain(broker -> broker.equals(event.broker().name())
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(new BadEventException(
                                        DeadLetterReason.LANE_MISMATCH,
                                        "event id of the lane '" + broker + "' in the lane of '" + event.broker()
                                                + "'")));
    }

    private static <E> Uni<Void> turn(Mutiny.Session session, LaneEvent<E> event, LaneLogic<E> logic) {
        Optional<String> follows = logic.follows(event.data());
        if (follows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("select count(*) from inbox where stage = ?1 and event_id = ?2", Long.class)
                .setParameter(1, logic.stage())
                .setParameter(2, follows.get())
                .getSingleResult()
                .chain(decided -> decided > 0
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new OutOfTurnException(event.id(), follows.get())));
    }

    private <E> List<OutboxRow> rows(
            List<OutgoingEvent> events, LaneEvent<E> event, Delivery delivery, LaneLogic<E> logic) {
        return events.stream()
                .map(each -> outbox.row(logic.stage(), event.broker(), event.id(), delivery, each))
                .toList();
    }

    private Uni<Void> publish(Delivery delivery, LaneLogic<?> logic, List<OutboxRow> unsent) {
        return outbox.publish(delivery.lane(), unsent)
                .invoke(() -> probe.reached(ProtocolStep.AFTER_PUBLISH, logic.stage(), delivery.id()));
    }
}
