package io.alphapanda.stage.publish;

import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.trace.TraceKeys;
import io.alphapanda.stage.trace.Traceparent;
import io.alphapanda.stage.trace.Traces;
import io.alphapanda.stage.trace.Work;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/// A span for the sending of each event, until it is acknowledged. It hangs on the work that decided the event, and so
/// does whoever handles the event: what is sent says the same whenever it is sent. An event that follows from
/// none begins its trace, so its sending is the work that its context names.
final class SendSpans {

    private final Traces traces;

    SendSpans(Traces traces) {
        this.traces = traces;
    }

    Uni<Void> around(String lane, List<EncodedEvent> events, Uni<Void> sending) {
        if (!traces.areOn()) {
            return sending;
        }
        return Uni.createFrom().deferred(() -> {
            var works = events.stream().map(event -> begin(lane, event)).toList();
            return sending.invoke(() -> works.forEach(Work::end))
                    .onFailure()
                    .invoke(failure -> works.forEach(
                            work -> work.fail(failure.getClass().getName(), String.valueOf(failure.getMessage()))));
        });
    }

    private Work begin(String lane, EncodedEvent event) {
        var name = "send " + event.topic();
        var itself = event.causationId().isEmpty()
                ? event.traceparent().flatMap(Traceparent::read)
                : Optional.<Traceparent>empty();
        var work = itself.map(ids -> traces.first(Work.Kind.PRODUCER, name, ids))
                .orElseGet(() -> traces.begin(Work.Kind.PRODUCER, name, event.traceparent()))
                .note(TraceKeys.SYSTEM, "kafka")
                .note(TraceKeys.OPERATION, "send")
                .note(TraceKeys.OPERATION_TYPE, "send")
                .note(TraceKeys.TOPIC, event.topic())
                .note(TraceKeys.EVENT_ID, event.id())
                .note(TraceKeys.EVENT_TYPE, event.type())
                .note(TraceKeys.LANE, event.broker().orElse(lane));
        event.correlationId().ifPresent(id -> work.note(TraceKeys.CORRELATION_ID, id));
        return work;
    }
}
