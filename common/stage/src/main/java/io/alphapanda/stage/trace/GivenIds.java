package io.alphapanda.stage.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Random ids, but for work whose ids are given.
final class GivenIds implements IdGenerator {

    private final IdGenerator random = IdGenerator.random();
    private final ThreadLocal<@Nullable Traceparent> given = new ThreadLocal<>();

    /// @param begins begins one span, on this thread
    <T> T with(Traceparent ids, Supplier<T> begins) {
        given.set(ids);
        try {
            return begins.get();
        } finally {
            given.remove();
        }
    }

    boolean areGiven() {
        return given.get() != null;
    }

    @Override
    public String generateTraceId() {
        var ids = given.get();
        return ids == null ? random.generateTraceId() : ids.traceId();
    }

    @Override
    public String generateSpanId() {
        var ids = given.get();
        return ids == null ? random.generateSpanId() : ids.spanId();
    }
}
