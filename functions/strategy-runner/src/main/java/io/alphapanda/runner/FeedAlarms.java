package io.alphapanda.runner;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.strategy.Outcome;
import io.alphapanda.stage.meter.Meters;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/// Counts and tells what should not happen to a shard: a batch missing, or one of a publisher that has been replaced;
/// ticks that are missing or come twice.
@Singleton
final class FeedAlarms {

    private static final Logger LOG = Logger.getLogger(FeedAlarms.class);

    private static final String GAP = "gap";
    private static final String DUPLICATE = "duplicate";
    private static final String REPEATED = "repeated";
    private static final String OLDER_EPOCH = "older-epoch";

    private final Meters meters;

    FeedAlarms(Meters meters) {
        this.meters = meters;
        for (var kind : List.of(GAP, REPEATED, OLDER_EPOCH)) {
            meters.count(RunnerMeters.BATCHES_IRREGULAR, 0, kind);
        }
        for (var kind : List.of(DUPLICATE, GAP)) {
            meters.count(RunnerMeters.TICKS_IRREGULAR, 0, kind);
        }
    }

    /// A batch that goes on from the shard's head, or skips some.
    void newer(Shard shard, TickBatch batch) {
        long expected =
                batch.stream().value().equals(shard.stream()) ? shard.head().n() + 1 : 1;
        if (batch.sequence().n() > expected && !shard.stream().isEmpty()) {
            meters.count(RunnerMeters.BATCHES_IRREGULAR, GAP);
            LOG.errorf(
                    "batches are missing: batch=%s expected=%d missing=%d",
                    Ids.batch(batch), expected, batch.sequence().n() - expected);
        }
    }

    /// A batch at or behind the head: a redelivery, or a publisher that does not know it has been replaced.
    void notNewer(Shard shard, TickBatch batch) {
        if (batch.sequence().epoch() < shard.head().epoch()
                && batch.sequence().n() > shard.head().n()) {
            meters.count(RunnerMeters.BATCHES_IRREGULAR, OLDER_EPOCH);
            LOG.errorf(
                    "a replaced publisher is still publishing: batch=%s epoch=%d current=%d",
                    Ids.batch(batch), batch.sequence().epoch(), shard.head().epoch());
        } else {
            meters.count(RunnerMeters.BATCHES_IRREGULAR, REPEATED);
        }
    }

    /// Ticks out of count in their instrument's stream.
    void ticks(Cause cause, Outcome outcome) {
        if (outcome.duplicates() > 0 || outcome.gaps() > 0) {
            meters.count(RunnerMeters.TICKS_IRREGULAR, outcome.duplicates(), DUPLICATE);
            meters.count(RunnerMeters.TICKS_IRREGULAR, outcome.gaps(), GAP);
            LOG.warnf(
                    "ticks out of count: batch=%s duplicates=%d gaps=%d",
                    cause.batchId(), outcome.duplicates(), outcome.gaps());
        }
    }
}
