package io.alphapanda.stage.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.broker.ConfigurationException;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is traced, and what becomes of spans.
class TracesTest {

    /// A collector that takes what it is given, or does not.
    private static final class FakeCollector implements SpanExporter {
        private final List<SpanData> taken = new CopyOnWriteArrayList<>();
        private boolean away;
        private boolean broken;

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            if (broken) {
                throw new IllegalStateException("can't be written as it is");
            }
            if (away) {
                return CompletableResultCode.ofExceptionalFailure(new IllegalStateException("connection refused"));
            }
            taken.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private final FakeCollector collector = new FakeCollector();
    private final SpanQueue queue = new SpanQueue(collector);

    private Tracing tracing(double ratio, double ticks) {
        return new Tracing(
                new TraceSettings(Optional.of(URI.create("http://collector")), ratio, ticks), queue, "trial");
    }

    private static Traces traces(String endpoint, String ratio, String ticks) {
        return new Traces(settings(endpoint, ratio, ticks), _ -> new FakeCollector(), "trial");
    }

    private static TraceSettings settings(String endpoint, String ratio, String ticks) {
        return TraceSettings.of(new TraceConfiguration() {
            @Override
            public Optional<String> endpoint() {
                return Optional.of(endpoint);
            }

            @Override
            public String ratio() {
                return ratio;
            }

            @Override
            public String ticks() {
                return ticks;
            }
        });
    }

    @Test
    void workThatBeginsAnIdeaIsFoundByTheIdeasCorrelationId() {
        var ids = Traceparent.of("an idea", true);
        var tracing = tracing(1, 0);

        tracing.first(Work.Kind.INTERNAL, "decide", ids).end();
        tracing.begin(Work.Kind.CLIENT, "place", Optional.of(ids)).end();
        queue.deliver();

        assertThat(collector.taken).extracting(SpanData::getTraceId).containsExactly(ids.traceId(), ids.traceId());
        assertThat(collector.taken.getFirst().getSpanId()).isEqualTo(ids.spanId());
        assertThat(collector.taken.getFirst().getParentSpanContext().isValid()).isFalse();
        assertThat(collector.taken.getLast().getParentSpanId()).isEqualTo(ids.spanId());
        assertThat(Traceparent.of("an idea", true)).isEqualTo(ids);
        assertThat(Traceparent.read(ids.toString())).contains(ids);
    }

    @Test
    void ideasAreKeptByTheirOwnShareAndTicksByTheirs() {
        var traces = traces("http://collector:4318", "1", "0");
        assertThat(traces.ofIdea("idea")).map(Traceparent::isSampled).contains(true);
        assertThat(traces.ofBatch("batch").isSampled()).isFalse();

        var others = traces("http://collector:4318", "0", "1");
        assertThat(others.ofIdea("idea")).map(Traceparent::isSampled).contains(false);
        var batch = others.ofBatch("batch");
        assertThat(batch).isEqualTo(Traceparent.of("batch", true));
        assertThat(others.first(Work.Kind.PRODUCER, "send", batch).traceparent())
                .contains(batch.toString());
        assertThat(others.begin(Work.Kind.CONSUMER, "process", Optional.of(batch.toString()))
                        .traceparent()
                        .orElseThrow())
                .startsWith("00-" + batch.traceId())
                .endsWith("-01")
                .isNotEqualTo(batch.toString());
    }

    @Test
    void whileTheyAreOffContextsGoOnAsTheyCame() {
        var traces = Traces.off();

        assertThat(traces.ofIdea("idea")).isEmpty();
        assertThat(traces.ofBatch("batch")).isEqualTo(Traceparent.of("batch", true));
        assertThat(traces.begin(Work.Kind.CONSUMER, "process", Optional.of("as it came"))
                        .traceparent())
                .contains("as it came");
        assertThat(traces("", "1", "1").areOn()).isFalse();
    }

    @Test
    void spansThatFindTheQueueFullAreLostAndCountedAndNobodyWaits() {
        try (var provider = SdkTracerProvider.builder().addSpanProcessor(queue).build()) {
            for (int i = 0; i < SpanQueue.MOST_WAITING + 7; i++) {
                provider.get("trial").spanBuilder("work").startSpan().end();
            }
        }
        assertThat(queue.foundNoRoom()).isEqualTo(7);

        queue.deliver();

        assertThat(queue.delivered()).isEqualTo(SpanQueue.MOST_WAITING);
    }

    @Test
    void spansACollectorThatIsAwayDoesNotTakeAreLostAndCounted() {
        var tracing = tracing(1, 0);
        collector.away = true;
        tracing.begin(Work.Kind.INTERNAL, "lost", Optional.empty()).end();
        queue.deliver();
        collector.away = false;
        tracing.begin(Work.Kind.INTERNAL, "told", Optional.empty()).end();
        queue.deliver();

        assertThat(queue.notTaken()).isEqualTo(1);
        assertThat(collector.taken).extracting(SpanData::getName).containsExactly("told");
    }

    @Test
    void spansThatCantBeWrittenAreLostAndTheNextAreDelivered() {
        var tracing = tracing(1, 0);
        collector.broken = true;
        tracing.begin(Work.Kind.INTERNAL, "lost", Optional.empty()).end();
        queue.deliver();
        collector.broken = false;
        tracing.begin(Work.Kind.INTERNAL, "told", Optional.empty()).end();
        queue.deliver();

        assertThat(queue.notTaken()).isEqualTo(1);
        assertThat(collector.taken).extracting(SpanData::getName).containsExactly("told");
    }

    @Test
    void whatGoesWrongIsToldWithoutItsSecrets() {
        tracing(1, 0).begin(Work.Kind.CLIENT, "ask", Optional.empty()).fail("Refused", "token=abcdef123456 is over");
        queue.deliver();

        assertThat(collector.taken.getFirst().getStatus().getDescription()).isEqualTo("token=[redacted] is over");
    }

    @ParameterizedTest
    @CsvSource({
        "http://collector:4318,http://collector:4318/v1/traces",
        "https://collector/,https://collector/v1/traces",
        "http://collector:4318/otlp/v1/traces,http://collector:4318/otlp/v1/traces"
    })
    void endpointIsACollectorsAddress(String endpoint, String posted) {
        assertThat(settings(endpoint, "1", "0").endpoint()).contains(URI.create(posted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"collector:4318", "grpc://collector", "http://user:word@collector", "http://c?key=1", "http:// c"
            })
    void addressOfAnotherKindIsRefusedAndNotRepeated(String endpoint) {
        assertThatThrownBy(() -> settings(endpoint, "1", "0"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("panda.traces.endpoint")
                .hasMessageNotContaining("word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.1", "NaN", "all"})
    void shareOutOfItsBoundsIsRefused(String share) {
        assertThatThrownBy(() -> settings("http://collector", share, "0"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("panda.traces.ratio '" + share + "'");
        assertThatThrownBy(() -> settings("http://collector", "1", share))
                .hasMessageContaining("panda.traces.ticks '" + share + "'");
    }
}
