package io.alphapanda.stage.trace;

import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where work is told of. While traces are off nothing is, and the context of an event is handed on as it came.
@Singleton
public final class Traces {

    private final Optional<Tracing> tracing;
    private final Optional<SpanQueue> queue;

    @Inject
    Traces(
            TraceConfiguration configuration,
            Collector collector,
            @ConfigProperty(name = "quarkus.application.name") String stage) {
        this(TraceSettings.of(configuration), collector, stage);
    }

    /// Without a container.
    Traces(TraceSettings settings, Collector collector, String stage) {
        queue = settings.endpoint().map(collector::open).map(SpanQueue::new);
        tracing = queue.map(spans -> new Tracing(settings, spans, stage));
    }

    private Traces() {
        queue = Optional.empty();
        tracing = Optional.empty();
    }

    /// For who traces nothing.
    public static Traces off() {
        return new Traces();
    }

    void begin(@Observes StartupEvent start, Meters meters) {
        meters.follow(StageMeters.SPANS, () -> queue.map(SpanQueue::delivered).orElse(0L), "delivered");
        meters.follow(StageMeters.SPANS, () -> queue.map(SpanQueue::foundNoRoom).orElse(0L), "queue-full");
        meters.follow(StageMeters.SPANS, () -> queue.map(SpanQueue::notTaken).orElse(0L), "collector");
    }

    void end(@Observes ShutdownEvent stop) {
        tracing.ifPresent(Tracing::close);
    }

    public boolean areOn() {
        return tracing.isPresent();
    }

    /// Work that follows from other work, or from nothing.
    ///
    /// @param parent the other's context, as a header has it; what can't be read counts as none
    public Work begin(Work.Kind kind, String name, Optional<String> parent) {
        return tracing.map(on -> on.begin(kind, name, parent.flatMap(Traceparent::read)))
                .orElseGet(() -> new Work.Untraced(parent));
    }

    /// The work a trace begins with, under ids that are known before.
    ///
    /// @param parent its own context
    public Work first(Work.Kind kind, String name, Traceparent itself) {
        return tracing.filter(_ -> itself.isSampled())
                .map(on -> on.first(kind, name, itself))
                .orElseGet(() -> new Work.Untraced(Optional.of(itself.toString())));
    }

    /// The decision that began an idea; what is done for the idea where no event has caused it hangs there.
    /// Nothing while traces are off.
    public Optional<Traceparent> ofIdea(String correlationId) {
        return tracing.map(on -> {
            var ids = Traceparent.of(correlationId, true);
            return on.keepsIdea(ids.traceId()) ? ids : Traceparent.of(correlationId, false);
        });
    }

    /// The sending of a batch of ticks. While traces are off it says, as ever, that whoever traces may keep it.
    public Traceparent ofBatch(String batchId) {
        var ids = Traceparent.of(batchId, true);
        return tracing.isEmpty() || tracing.get().keepsTicks(ids.traceId()) ? ids : Traceparent.of(batchId, false);
    }
}
