package io.alphapanda.engine.book;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.delivery.Outbox;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.OutboxRow;
import io.alphapanda.stage.trace.Traceparent;
import io.alphapanda.stage.trace.Traces;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Events of work that no delivery has caused: written with it, sent after it.
@Singleton
public final class Announcements {

    private static final String STAGE = "trading-engine";

    private final Outbox outbox;
    private final Traces traces;

    Announcements(Outbox outbox, Traces traces) {
        this.outbox = outbox;
        this.traces = traces;
    }

    /// Writes them into the outbox, in the transaction of what they tell of.
    ///
    /// @param cause what they are known by, together
    public Uni<List<OutboxRow>> write(Broker broker, String cause, List<OutgoingEvent> events) {
        var rows = events.stream()
                .map(event -> outbox.row(STAGE, broker, cause, trace(event), event))
                .toList();
        return Panache.getSession()
                .chain(session ->
                        session.persistAll(rows.toArray()).chain(session::flush).replaceWith(rows));
    }

    /// No delivery has caused it, so it hangs on the decision its idea began with.
    private String trace(OutgoingEvent event) {
        return event.correlationId()
                .flatMap(traces::ofIdea)
                .map(Traceparent::toString)
                .orElse("");
    }

    /// The rows with those before them; the last work of the transaction.
    public Uni<List<OutboxRow>> behindEarlier(List<OutboxRow> rows) {
        return outbox.behindEarlier(rows);
    }

    /// Sends them once they are committed. What can't be sent the sweeper sends later.
    public Uni<Void> send(Broker broker, List<OutboxRow> rows) {
        return outbox.publish(broker.name(), rows);
    }
}
