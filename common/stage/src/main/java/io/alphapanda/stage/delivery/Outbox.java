package io.alphapanda.stage.delivery;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.OutboxRow;
import io.alphapanda.stage.publish.EventPublisher;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a stage has decided to send: written with the decision, published after it.
///
/// Events of one key keep their order: one is sent only after every earlier one of its topic and key was acknowledged.
/// A consumer that waits for the event before (`follows`) may stand in an ordered source, which hands it nothing behind
/// the one it waits with; sent in the other order, the two would block each other.
@Singleton
public final class Outbox {

    private static final String SOURCE = "/alpha-panda/";

    /// Instead of a correlation id: the event is no lane's, though a lane sends it.
    private static final String NONE = "";

    private final EventCodec codec;
    private final EventPublisher publisher;
    private final SentMarks sent;

    Outbox(EventCodec codec, EventPublisher publisher, SentMarks sent) {
        this.codec = codec;
        this.publisher = publisher;
        this.sent = sent;
    }

    OutboxRow row(String stage, Broker broker, String causeId, Delivery cause, OutgoingEvent event) {
        return row(stage, broker, causeId, cause.traceparent().orElse(""), event);
    }

    /// A row for an event that follows from `causeId`; the caller persists it in the transaction of its decision.
    public OutboxRow row(String stage, Broker broker, String causeId, String traceparent, OutgoingEvent event) {
        var row = new OutboxRow();
        row.stage = stage;
        row.broker = broker.name();
        row.causeId = causeId;
        row.eventId = event.id();
        row.topic = event.topic();
        row.type = event.type().type();
        row.partitionKey = event.partitionKey();
        row.correlationId = event.type().scope() == EventType.Scope.LANE
                ? event.correlationId().orElseThrow()
                : NONE;
        row.traceparent = traceparent;
        // As the ledger keeps it: sent from here or read again, the event is the same to the byte.
        row.eventTime = event.time().truncatedTo(ChronoUnit.MICROS);
        row.data = codec.encode(event.payload());
        return row;
    }

    /// The outputs recorded for an event that have not been sent yet. Needs a session.
    Uni<List<OutboxRow>> recorded(String stage, String causeId) {
        return OutboxRow.<OutboxRow>list("stage = ?1 and causeId = ?2 and sentAt is null order by id", stage, causeId)
                .map(this::notSent);
    }

    /// The rows, each behind the earlier ones of its topic and key that are still to be sent: theirs were left by a
    /// process that died, or are being sent by another one at this moment. Needs a session, and the rows in it.
    public Uni<List<OutboxRow>> behindEarlier(List<OutboxRow> rows) {
        Uni<List<OutboxRow>> all = Uni.createFrom().item(List.of());
        for (var ordered : byKey(rows).values()) {
            all = all.chain(before -> earlier(ordered.getFirst()).map(earlier -> {
                var joined = new ArrayList<>(before);
                joined.addAll(notSent(earlier));
                joined.addAll(ordered);
                return joined;
            }));
        }
        return all;
    }

    private static Uni<List<OutboxRow>> earlier(OutboxRow first) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select * from outbox
                        where stage = ?1 and broker = ?2 and topic = ?3 and partition_key = ?4
                          and sent_at is null and id < ?5
                        order by id
                        """, OutboxRow.class)
                .setParameter(1, first.stage)
                .setParameter(2, first.broker)
                .setParameter(3, first.topic)
                .setParameter(4, first.partitionKey)
                .setParameter(5, first.id)
                .getResultList());
    }

    List<OutboxRow> notSent(List<OutboxRow> rows) {
        return rows.stream().filter(row -> !sent.has(row.id)).toList();
    }

    /// Sends rows of one lane, those of one topic and key in their order, and notes each as sent once it is
    /// acknowledged. Fails if any was not; the others are sent all the same.
    public Uni<Void> publish(String lane, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var chains =
                byKey(rows).values().stream().map(each -> inOrder(lane, each)).toList();
        return Uni.join()
                .all(chains)
                .andCollectFailures()
                .onFailure(CompositeException.class)
                .transform(failure -> ((CompositeException) failure).getCauses().getFirst())
                .replaceWithVoid();
    }

    private Uni<Void> inOrder(String lane, List<OutboxRow> rows) {
        var chain = Uni.createFrom().voidItem();
        for (var row : rows) {
            chain = chain.chain(
                    () -> publisher.publish(lane, List.of(encoded(row))).invoke(() -> sent.note(row.id)));
        }
        return chain;
    }

    /// What keeps an event's order.
    private record OrderedBy(String topic, String partitionKey) {}

    private static LinkedHashMap<OrderedBy, List<OutboxRow>> byKey(List<OutboxRow> rows) {
        var keys = new LinkedHashMap<OrderedBy, List<OutboxRow>>();
        for (var row : rows) {
            keys.computeIfAbsent(new OrderedBy(row.topic, row.partitionKey), _ -> new ArrayList<>())
                    .add(row);
        }
        return keys;
    }

    private static boolean isOfALane(OutboxRow row) {
        return !row.correlationId.equals(NONE);
    }

    private static EncodedEvent encoded(OutboxRow row) {
        return new EncodedEvent(
                row.topic,
                OptionalInt.empty(),
                row.type,
                row.eventId,
                SOURCE + row.stage,
                row.eventTime,
                row.partitionKey,
                Optional.of(row.broker).filter(_ -> isOfALane(row)),
                Optional.of(row.correlationId).filter(_ -> isOfALane(row)),
                Optional.of(row.causeId),
                Optional.of(row.traceparent).filter(value -> !value.isEmpty()),
                row.data);
    }
}
