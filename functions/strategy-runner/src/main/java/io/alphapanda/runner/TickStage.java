package io.alphapanda.runner;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.strategy.Outcome;
import io.alphapanda.stage.delivery.Handled;
import io.alphapanda.stage.delivery.Handler;
import io.alphapanda.stage.delivery.ProtocolProbe;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.door.Attributes;
import io.alphapanda.stage.door.BadEventException;
import io.alphapanda.stage.door.DeadLetterReason;
import io.alphapanda.stage.door.DeadLetters;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.trace.Traces;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// The delivery protocol of the tick stage: one Redis script a batch.
///
/// ```
/// batch ──▶ not newer than its shard's head? ──yes──▶ committed before, its signals are outboxed: done
///             │ no
///             ▼
///           strategies look at the ticks ──▶ one script: head still as it was? ──no──▶ read again, from the top
///                                               └─yes─▶ head, memories, signals in the lanes' outboxes
///                                                          └─▶ lanes publish, each on its own; done
/// ```
///
/// A crash before the script leaves nothing behind; after it, the [LaneOutbox]'s sweep publishes what was left, with
/// the same ids.
@Singleton
final class TickStage implements Handler {

    static final String NAME = "strategy-runner";

    private static final String LANE = "market";

    /// Each attempt that loses has seen another one win, so a batch rarely needs a second.
    private static final int ATTEMPTS = 5;

    private final EventCodec codec;
    private final StrategyBook book;
    private final ShardStore store;
    private final LaneOutbox outbox;
    private final DeadLetters deadLetters;
    private final ProtocolProbe probe;
    private final FeedAlarms alarms;
    private final Meters meters;
    private final Traces traces;

    TickStage(
            EventCodec codec,
            StrategyBook book,
            ShardStore store,
            LaneOutbox outbox,
            DeadLetters deadLetters,
            ProtocolProbe probe,
            FeedAlarms alarms,
            Meters meters,
            Traces traces) {
        this.codec = codec;
        this.book = book;
        this.store = store;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.probe = probe;
        this.alarms = alarms;
        this.meters = meters;
        this.traces = traces;
    }

    @Override
    public Uni<Handled> handle(Delivery delivery) {
        TickBatch batch;
        try {
            batch = decode(delivery);
        } catch (BadEventException bad) {
            return deadLetters
                    .put(delivery.lane(), delivery.topic(), Attributes.of(delivery), delivery.data(), bad)
                    .replaceWith(Handled.DEAD_LETTERED);
        }
        var cause = new Cause(Ids.batch(batch), delivery.traceparent().orElse(""));
        return attempt(batch, cause, ATTEMPTS)
                .invoke(() -> probe.reached(ProtocolStep.BEFORE_ANSWER, NAME, cause.batchId()));
    }

    private TickBatch decode(Delivery delivery) throws BadEventException {
        try {
            var batch = codec.decode(delivery.data(), TickBatch.class);
            if (!Topics.ticks(batch.assetClass()).equals(delivery.topic())) {
                throw new BadEventException(
                        DeadLetterReason.LANE_MISMATCH,
                        "batch of " + batch.assetClass().label() + " ticks on topic '" + delivery.topic() + "'");
            }
            return batch;
        } catch (MalformedEventException e) {
            throw new BadEventException(DeadLetterReason.DATA_MALFORMED, e.getMessage());
        }
    }

    private Uni<Handled> attempt(TickBatch batch, Cause cause, int left) {
        if (left == 0) {
            return Uni.createFrom()
                    .failure(new TransientException("shard of " + cause.batchId() + " was moved by others " + ATTEMPTS
                            + " times while this batch was at work"));
        }
        return store.read(batch).chain(shard -> {
            if (!shard.precedes(batch)) {
                alarms.notNewer(shard, batch);
                return Uni.createFrom().item(Handled.DUPLICATE);
            }
            alarms.newer(shard, batch);
            long began = System.nanoTime();
            var rules = book.inForce();
            var outcome = rules.brain().process(shard::memory, batch);
            probe.reached(ProtocolStep.BEFORE_COMMIT, NAME, cause.batchId());
            var decisions = Decisions.begin(traces, cause, outcome.signals());
            return store.commit(shard, batch, outcome, rules.version(), decisions)
                    .chain(committed -> committed.isPresent()
                            ? sent(batch, cause, outcome, decisions, committed.get(), began)
                            : attempt(batch, cause, left - 1));
        });
    }

    /// Lanes publish in the background: a lane whose topic is broken must delay neither the ticks nor another lane.
    private Uni<Handled> sent(
            TickBatch batch, Cause cause, Outcome outcome, Decisions decisions, Outboxed outboxed, long began) {
        decisions.end();
        meters.time(StageMeters.DECISION, System.nanoTime() - began, LANE);
        var age = Duration.between(batch.dueAt(), Instant.now());
        meters.time(RunnerMeters.TICK_AGE, Math.max(0, age.toNanos()));
        alarms.ticks(cause, outcome);
        probe.reached(ProtocolStep.AFTER_COMMIT, NAME, cause.batchId());
        meters.count(RunnerMeters.TICKS, outcome.ticks());
        outboxed.entries()
                .forEach(each -> meters.count(
                        RunnerMeters.SIGNALS,
                        each.signal().broker().name(),
                        each.signal().signal().strategy().value()));
        outbox.publish(outboxed, () -> probe.reached(ProtocolStep.AFTER_PUBLISH, NAME, cause.batchId()));
        return Uni.createFrom().item(Handled.DONE);
    }
}
