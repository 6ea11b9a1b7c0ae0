package io.alphapanda.stage.replay;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.OrderAcknowledged;
import io.alphapanda.domain.event.OrderFailed;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.OrderSubmitted;
import io.alphapanda.domain.event.PnlSnapshot;
import io.alphapanda.domain.event.SignalRejected;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.event.TradingStateChanged;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.door.BadEventException;
import io.alphapanda.stage.door.DeadLetterReason;
import io.alphapanda.stage.door.DeliveryReader;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what would become of a dead letter if it were delivered again, by the rules the doors themselves go by. It
/// changes nothing.
final class Examination {

    private final EventCodec codec = new EventCodec();
    private final Set<String> lanes;
    private final ReplayLedger ledger;

    Examination(Collection<Broker> brokers, ReplayLedger ledger) {
        this.lanes = brokers.stream().map(Broker::name).collect(Collectors.toUnmodifiableSet());
        this.ledger = ledger;
    }

    Verdict of(DeadLetter letter) {
        try {
            liesWhereItBelongs(letter);
            var origin = letter.origin();
            var delivery = DeliveryReader.of(lanes::contains, Set.of(origin.carries()))
                    .read(origin.lane(), origin.topic(), letter.attributes(), letter.data());
            var contents = contents(delivery);
            return new Verdict.Replayable(
                    partition(letter, delivery),
                    delivery.partitionKey(),
                    ledger.replayed(letter),
                    notes(letter, contents));
        } catch (BadEventException bad) {
            return new Verdict.Refused(bad.reason(), bad.getMessage());
        }
    }

    /// A letter that was carried into another topic's dead letters must not become an event of that topic.
    private static void liesWhereItBelongs(DeadLetter letter) throws BadEventException {
        var stamps = letter.stamps();
        if (stamps.topic().isPresent()
                && !stamps.topic().get().equals(letter.origin().topic())) {
            throw new BadEventException(
                    DeadLetterReason.LANE_MISMATCH,
                    "delivered from topic '" + stamps.topic().get() + "', but it lies in "
                            + letter.origin().deadLetters());
        }
        if (stamps.lane().isPresent()
                && !stamps.lane().get().equals(letter.origin().lane())) {
            throw new BadEventException(
                    DeadLetterReason.LANE_MISMATCH,
                    "delivered in the lane of '" + stamps.lane().get() + "', but it lies in "
                            + letter.origin().deadLetters());
        }
    }

    /// What its data says of itself.
    private record Contents(Optional<Broker> broker, Optional<Instant> expiresAt, Optional<String> topic) {

        static Contents of(LaneSignal signal) {
            return new Contents(
                    Optional.of(signal.broker()), Optional.of(signal.signal().expiresAt()), Optional.empty());
        }

        static Contents of(Broker broker) {
            return new Contents(Optional.of(broker), Optional.empty(), Optional.empty());
        }
    }

    private Contents contents(Delivery delivery) throws BadEventException {
        try {
            var contents = decode(delivery.type(), delivery.data());
            var foreign = contents.broker().filter(each -> !each.name().equals(delivery.lane()));
            if (foreign.isPresent()) {
                throw new BadEventException(
                        DeadLetterReason.LANE_MISMATCH,
                        "data of broker '" + foreign.get() + "' in the lane of '" + delivery.lane() + "'");
            }
            var elsewhere = contents.topic().filter(each -> !each.equals(delivery.topic()));
            if (elsewhere.isPresent()) {
                throw new BadEventException(
                        DeadLetterReason.LANE_MISMATCH, "ticks of " + elsewhere.get() + " in " + delivery.topic());
            }
            ofThisLane(delivery);
            return contents;
        } catch (MalformedEventException e) {
            throw new BadEventException(DeadLetterReason.DATA_MALFORMED, e.getMessage());
        }
    }

    private Contents decode(EventType type, byte[] data) throws MalformedEventException {
        return switch (type) {
            case TICK_BATCH ->
                new Contents(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(
                                Topics.ticks(codec.decode(data, TickBatch.class).assetClass())));
            case SIGNAL_GENERATED -> Contents.of(codec.decode(data, LaneSignal.class));
            case SIGNAL_VALIDATED ->
                Contents.of(codec.decode(data, SignalValidated.class).signal());
            case SIGNAL_REJECTED ->
                Contents.of(codec.decode(data, SignalRejected.class).signal().broker());
            case ORDER_SUBMITTED ->
                Contents.of(codec.decode(data, OrderSubmitted.class)
                        .order()
                        .request()
                        .broker());
            case ORDER_ACKNOWLEDGED ->
                Contents.of(codec.decode(data, OrderAcknowledged.class)
                        .order()
                        .request()
                        .broker());
            case ORDER_FILLED ->
                Contents.of(
                        codec.decode(data, OrderFilled.class).order().request().broker());
            case ORDER_FAILED ->
                Contents.of(
                        codec.decode(data, OrderFailed.class).order().request().broker());
            case PNL_SNAPSHOT ->
                Contents.of(codec.decode(data, PnlSnapshot.class).broker());
            case TRADING_STATE_CHANGED -> {
                codec.decode(data, TradingStateChanged.class);
                yield new Contents(Optional.empty(), Optional.empty(), Optional.empty());
            }
            case PING -> {
                codec.decode(data, Map.class);
                yield new Contents(Optional.empty(), Optional.empty(), Optional.empty());
            }
        };
    }

    private void ofThisLane(Delivery delivery) throws BadEventException {
        for (var broker : ledger.decided(delivery.id()).values()) {
            if (!broker.equals(delivery.lane())) {
                throw new BadEventException(
                        DeadLetterReason.LANE_MISMATCH,
                        "event id of the lane '" + broker + "' in the lane of '" + delivery.lane() + "'");
            }
        }
    }

    /// Ticks have a partition of their own, their shard; everything else has one by its key.
    private static OptionalInt partition(DeadLetter letter, Delivery delivery) {
        if (delivery.type() != EventType.TICK_BATCH) {
            return OptionalInt.empty();
        }
        return letter.delivered()
                .map(place -> OptionalInt.of(place.partition()))
                .orElse(OptionalInt.empty());
    }

    private List<String> notes(DeadLetter letter, Contents contents) {
        var notes = new ArrayList<String>();
        ledger.decided(letter.id())
                .forEach((stage, _) -> notes.add("decided already by " + stage
                        + ": what it recorded is sent if it was not yet, nothing else happens"));
        ledger.replayedBefore(letter).ifPresent(at -> notes.add("came back after a replay at " + at));
        contents.expiresAt()
                .filter(at -> !at.isAfter(letter.at()))
                .ifPresent(at -> notes.add("its signal ran out at " + at
                        + ": a live lane denies it, paper decides as of the signal's own time"));
        if (letter.origin().carries() == EventType.TICK_BATCH) {
            notes.add("its strategies take it only if their shard has not gone on since");
        }
        return notes;
    }
}
