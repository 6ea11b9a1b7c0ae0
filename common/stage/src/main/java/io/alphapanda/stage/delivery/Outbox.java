package io.alphapanda.stage.delivery;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.OutboxRow;
import io.alphapanda.stage.publish.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a stage has decided to send: written with the decision, published after it.
@Singleton
public final class Outbox {

    private static final String SOURCE = "/alpha-panda/";

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
        row.correlationId = event.correlationId().orElseThrow();
        row.traceparent = traceparent;
        row.eventTime = event.time();
        row.data = codec.encode(event.payload());
        return row;
    }

    /// The outputs recorded for an event that have not been sent yet. Needs a session.
    Uni<List<OutboxRow>> recorded(String stage, String causeId) {
        return OutboxRow.list("stage = ?1 and causeId = ?2 and sentAt is null order by id", stage, causeId);
    }

    /// Sends rows of one lane in their order and notes them as sent.
    public Uni<Void> publish(String lane, List<OutboxRow> rows) {
        return publisher
                .publish(lane, rows.stream().map(Outbox::encoded).toList())
                .invoke(() -> rows.forEach(row -> sent.note(row.id)));
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
                Optional.of(row.broker),
                Optional.of(row.correlationId),
                Optional.of(row.causeId),
                Optional.of(row.traceparent).filter(value -> !value.isEmpty()),
                row.data);
    }
}
