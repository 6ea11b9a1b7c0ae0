package io.alphapanda.stage.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Spans on their way to the collector. Bounded: what finds it full is lost, and counted; nobody who works waits
/// for it. Delivered by one thread, which alone waits for the collector.
final class SpanQueue implements SpanProcessor {

    private static final Logger LOG = Logger.getLogger(SpanQueue.class);

    /// Twenty-five seconds of a busy lane, about two megabytes.
    static final int MOST_WAITING = 2_048;

    private static final int MOST_AT_ONCE = 512;

    /// Longer than the collector is given to answer.
    private static final long PATIENCE_SECONDS = 8;

    private final SpanExporter collector;
    private final BlockingQueue<SpanData> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong foundNoRoom = new AtomicLong();
    private final AtomicLong notTaken = new AtomicLong();
    private boolean away;

    SpanQueue(SpanExporter collector) {
        this.collector = collector;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled() && !waiting.offer(span.toSpanData())) {
            foundNoRoom.incrementAndGet();
        }
    }

    /// Delivers what waits.
    synchronized void deliver() {
        do {
            var some = new ArrayList<SpanData>(MOST_AT_ONCE);
            waiting.drainTo(some, MOST_AT_ONCE);
            if (some.isEmpty()) {
                return;
            }
            deliver(some);
        } while (!away);
    }

    private void deliver(List<SpanData> some) {
        var result = export(some).join(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (result.isSuccess()) {
            delivered.addAndGet(some.size());
            if (away) {
                LOG.info("spans are delivered again");
            }
            away = false;
        } else {
            notTaken.addAndGet(some.size());
            if (!away) {
                LOG.warnf(
                        "the collector takes no spans, they are lost until it does: reason=%s",
                        result.getFailureThrowable() == null ? "no answer" : result.getFailureThrowable());
            }
            away = true;
        }
    }

    /// What the exporter throws must not end the thread's work: spans of another kind may go.
    private CompletableResultCode export(List<SpanData> some) {
        try {
            return collector.export(some);
        } catch (RuntimeException e) {
            return CompletableResultCode.ofExceptionalFailure(e);
        }
    }

    long delivered() {
        return delivered.get();
    }

    long foundNoRoom() {
        return foundNoRoom.get();
    }

    long notTaken() {
        return notTaken.get();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only what has ended is told.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
