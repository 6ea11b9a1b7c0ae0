package io.alphapanda.stage.testing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Keeps the spans it is told of; one for all applications of a module's tests, which find theirs by what they
/// are about.
public final class KeptSpans implements SpanExporter {

    public static final KeptSpans ALL = new KeptSpans();

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    private KeptSpans() {}

    /// Waits for spans, and returns those there are.
    public List<SpanData> await(int count, Predicate<SpanData> fitting) {
        Await.until(
                count + " spans are told", () -> spans.stream().filter(fitting).count() >= count);
        return spans.stream().filter(fitting).toList();
    }

    /// Those that are there by now.
    public List<SpanData> now(Predicate<SpanData> fitting) {
        return spans.stream().filter(fitting).toList();
    }

    /// What a span says under a key; empty if nothing.
    public static String said(SpanData span, String key) {
        var text = span.getAttributes().get(AttributeKey.stringKey(key));
        return text == null ? "" : text;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> some) {
        spans.addAll(some);
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
