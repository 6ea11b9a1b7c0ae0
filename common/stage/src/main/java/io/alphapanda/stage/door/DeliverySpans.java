package io.alphapanda.stage.door;

import io.alphapanda.stage.delivery.Handled;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.trace.TraceKeys;
import io.alphapanda.stage.trace.Traces;
import io.alphapanda.stage.trace.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;

/// A span around the handling of each event, whichever door it came by. What follows from the event hangs on that span:
/// the stage is handed the event with the span's context in the place of the sender's. An event delivered again is
/// handled again, and that is a span of its own.
@Singleton
final class DeliverySpans {

    private final Traces traces;

    DeliverySpans(Traces traces) {
        this.traces = traces;
    }

    Uni<Handled> around(Delivery delivery, Function<Delivery, Uni<Handled>> handling) {
        if (!traces.areOn()) {
            return handling.apply(delivery);
        }
        return Uni.createFrom().deferred(() -> {
            var work = begin(delivery);
            return handling.apply(delivery.within(work.traceparent()))
                    .invoke(handled -> end(work, handled))
                    .onFailure()
                    .invoke(failure -> end(work, failure));
        });
    }

    private Work begin(Delivery delivery) {
        var work = traces.begin(Work.Kind.CONSUMER, "process " + delivery.topic(), delivery.traceparent())
                .note(TraceKeys.SYSTEM, "kafka")
                .note(TraceKeys.OPERATION, "process")
                .note(TraceKeys.OPERATION_TYPE, "process")
                .note(TraceKeys.TOPIC, delivery.topic())
                .note(TraceKeys.EVENT_ID, delivery.id())
                .note(TraceKeys.EVENT_TYPE, delivery.type().type())
                .note(TraceKeys.LANE, delivery.lane());
        delivery.correlationId().ifPresent(id -> work.note(TraceKeys.CORRELATION_ID, id));
        return work;
    }

    private static void end(Work work, Handled handled) {
        work.note(TraceKeys.OUTCOME, Outcome.of(handled));
        if (handled == Handled.DEAD_LETTERED) {
            work.fail(Outcome.DEAD_LETTERED, "its reason is in the dead letter");
        } else {
            work.end();
        }
    }

    private static void end(Work work, Throwable failure) {
        var outcome = Outcome.of(failure);
        work.note(TraceKeys.OUTCOME, outcome);
        if (outcome.equals(Outcome.OUT_OF_TURN)) {
            work.end();
        } else {
            work.fail(failure.getClass().getName(), String.valueOf(failure.getMessage()));
        }
    }
}
