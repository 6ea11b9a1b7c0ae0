package io.alphapanda.stage.trace;

import io.alphapanda.stage.log.Redaction;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;

/// Work whose span goes to the collector when it ends; or not, if its trace is not one of those that are kept.
record Recorded(Span span) implements Work {

    @Override
    public Optional<String> traceparent() {
        var context = span.getSpanContext();
        return Optional.of(new Traceparent(context.getTraceId(), context.getSpanId(), context.isSampled()).toString());
    }

    @Override
    public Work called(String name) {
        span.updateName(name);
        return this;
    }

    @Override
    public Work note(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Work note(String key, long value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public void end() {
        span.end();
    }

    @Override
    public void fail(String type, String words) {
        span.setAttribute(TraceKeys.ERROR_TYPE, type);
        span.setStatus(StatusCode.ERROR, Redaction.of(words));
        span.end();
    }
}
