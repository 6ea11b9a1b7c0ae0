package io.alphapanda.stage.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Traces that are on: OpenTelemetry's SDK, and the thread that delivers its spans.
final class Tracing {

    private static final long EVERY_MILLIS = 1_000;
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final GivenIds ids = new GivenIds();
    private final Sampler ideas;
    private final Sampler ticks;
    private final SpanQueue queue;
    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final ScheduledExecutorService delivery;

    Tracing(TraceSettings settings, SpanQueue queue, String stage) {
        this.ideas = Sampler.traceIdRatioBased(settings.ratio());
        this.ticks = Sampler.traceIdRatioBased(settings.ticks());
        this.queue = queue;
        this.provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .setSampler(Sampler.parentBased(new Begun(ids, ideas)))
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.builder()
                                .put("service.name", stage)
                                .put("service.namespace", "alpha-panda")
                                .put(
                                        "service.instance.id",
                                        ProcessHandle.current().pid() + "@" + host())
                                .build())))
                .addSpanProcessor(queue)
                .build();
        this.tracer = provider.get("alpha-panda");
        this.delivery = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name("traces").daemon().unstarted(task));
        delivery.scheduleWithFixedDelay(queue::deliver, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static String host() {
        return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    }

    Work begin(Work.Kind kind, String name, Optional<Traceparent> parent) {
        return new Recorded(builder(kind, name)
                .setParent(parent.map(Tracing::context).orElse(Context.root()))
                .startSpan());
    }

    /// It is kept: that was decided by its ids.
    Work first(Work.Kind kind, String name, Traceparent itself) {
        return ids.with(
                itself, () -> new Recorded(builder(kind, name).setNoParent().startSpan()));
    }

    private SpanBuilder builder(Work.Kind kind, String name) {
        return tracer.spanBuilder(name).setSpanKind(SpanKind.valueOf(kind.name()));
    }

    private static Context context(Traceparent parent) {
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        parent.traceId(),
                        parent.spanId(),
                        parent.isSampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                        TraceState.getDefault())));
    }

    boolean keepsIdea(String traceId) {
        return keeps(ideas, traceId);
    }

    boolean keepsTicks(String traceId) {
        return keeps(ticks, traceId);
    }

    private static boolean keeps(Sampler sampler, String traceId) {
        return sampler.shouldSample(Context.root(), traceId, "", SpanKind.INTERNAL, Attributes.empty(), List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }

    void close() {
        delivery.shutdownNow();
        try {
            var last = Thread.ofPlatform().name("traces-last").daemon().start(queue::deliver);
            last.join(FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        provider.shutdown();
    }
}
