package io.alphapanda.stage.door;

import io.alphapanda.stage.delivery.Handler;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.trouble.OutOfTurnException;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// Delivers records of one lane, each until it is finished with, as a KafkaSource and its sinks would.
///
/// ```
/// record ──▶ attributes, size, type, lane right? ──no──▶ <topic>.dlq
///            handler ──▶ done
///               └─fails─▶ waits, tries again … for ten minutes and more ──▶ <topic>.dlq, RETRIES_EXHAUSTED
/// ```
///
/// A dead letter that can't be written is tried for ever: the record is not finished with.
final class RecordDelivery {

    private static final Logger LOG = Logger.getLogger(RecordDelivery.class);
    private static final String ATTRIBUTE_PREFIX = "ce_";

    /// Runs something later.
    @FunctionalInterface
    interface Timer {
        void after(Duration wait, Runnable task);
    }

    /// Writes a dead letter.
    @FunctionalInterface
    interface DeadLetterBox extends BiFunction<ConsumerRecord<String, byte[]>, BadEventException, Uni<Void>> {}

    /// How far a record has come. Neither ever fails.
    ///
    /// @param tried    when it was tried once: the next one of its key may follow
    /// @param finished when its offset may be left behind
    record Progress(CompletableFuture<Void> tried, CompletableFuture<Void> finished) {

        static Progress begun() {
            return new Progress(new CompletableFuture<>(), new CompletableFuture<>());
        }

        void finish() {
            tried.complete(null);
            finished.complete(null);
        }
    }

    private final String lane;
    private final DeliveryReader reader;
    private final Handler handler;
    private final DeadLetterBox deadLetters;
    private final Backoff backoff;
    private final Timer timer;

    RecordDelivery(
            String lane,
            DeliveryReader reader,
            Handler handler,
            DeadLetterBox deadLetters,
            Backoff backoff,
            Timer timer) {
        this.lane = lane;
        this.reader = reader;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.backoff = backoff;
        this.timer = timer;
    }

    Progress deliver(ConsumerRecord<String, byte[]> record) {
        var progress = Progress.begun();
        try {
            attempt(record, read(record), 1, progress);
        } catch (BadEventException bad) {
            bury(record, bad, 1, progress);
        }
        return progress;
    }

    private Delivery read(ConsumerRecord<String, byte[]> record) throws BadEventException {
        var values = new TreeMap<String, String>();
        var contentType = "";
        for (var header : record.headers()) {
            var value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            if (header.key().startsWith(ATTRIBUTE_PREFIX)) {
                values.putIfAbsent(header.key().substring(ATTRIBUTE_PREFIX.length()), value);
            } else if (header.key().equalsIgnoreCase("content-type")) {
                contentType = value;
            } else if (header.key().equals("traceparent")) {
                values.putIfAbsent("traceparent", value);
            }
        }
        var data = record.value() == null ? new byte[0] : record.value();
        return reader.read(lane, record.topic(), new Attributes(values, contentType), data);
    }

    private void attempt(ConsumerRecord<String, byte[]> record, Delivery delivery, int attempt, Progress progress) {
        Uni.createFrom()
                .deferred(() -> handler.handle(delivery))
                .subscribe()
                .with(_ -> progress.finish(), failure -> failed(record, delivery, attempt, progress, failure));
    }

    private void failed(
            ConsumerRecord<String, byte[]> record,
            Delivery delivery,
            int attempt,
            Progress progress,
            Throwable failure) {
        progress.tried().complete(null);
        if (!(failure instanceof OutOfTurnException)) {
            LOG.warnf(
                    "event failed: attempt=%d lane=%s topic=%s eventId=%s reason=%s",
                    attempt, lane, record.topic(), delivery.id(), failure);
        }
        if (backoff.isExhausted(attempt)) {
            bury(
                    record,
                    new BadEventException(
                            DeadLetterReason.RETRIES_EXHAUSTED, attempt + " attempts, the last: " + failure),
                    1,
                    progress);
            return;
        }
        timer.after(backoff.wait(attempt), () -> attempt(record, delivery, attempt + 1, progress));
    }

    private void bury(ConsumerRecord<String, byte[]> record, BadEventException why, int attempt, Progress progress) {
        Uni.createFrom()
                .deferred(() -> deadLetters.apply(record, why))
                .subscribe()
                .with(_ -> progress.finish(), failure -> {
                    progress.tried().complete(null);
                    LOG.errorf(
                            "dead letter could not be written, it will be tried again: lane=%s topic=%s offset=%d reason=%s",
                            lane, record.topic(), record.offset(), failure.getMessage());
                    timer.after(backoff.wait(attempt), () -> bury(record, why, attempt + 1, progress));
                });
    }
}
