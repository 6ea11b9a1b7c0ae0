package io.alphapanda.runner;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.market.TickBatch;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/// Counts what should not happen to a shard: a batch missing, or one of a publisher that has been replaced.
@Singleton
final class FeedAlarms {

    private static final Logger LOG = Logger.getLogger(FeedAlarms.class);

    private final LongAdder gaps = new LongAdder();
    private final LongAdder oldEpochs = new LongAdder();
    private final LongAdder repeated = new LongAdder();

    /// A batch that goes on from the shard's head, or skips some.
    void newer(Shard shard, TickBatch batch) {
        long expected =
                batch.stream().value().equals(shard.stream()) ? shard.head().n() + 1 : 1;
        if (batch.sequence().n() > expected && !shard.stream().isEmpty()) {
            gaps.increment();
            LOG.errorf(
                    "batches are missing: batch=%s expected=%d missing=%d",
                    Ids.batch(batch), expected, batch.sequence().n() - expected);
        }
    }

    /// A batch at or behind the head: a redelivery, or a publisher that does not know it has been replaced.
    void notNewer(Shard shard, TickBatch batch) {
        repeated.increment();
        if (batch.sequence().epoch() < shard.head().epoch()
                && batch.sequence().n() > shard.head().n()) {
            oldEpochs.increment();
            LOG.errorf(
                    "a replaced publisher is still publishing: batch=%s epoch=%d current=%d",
                    Ids.batch(batch), batch.sequence().epoch(), shard.head().epoch());
        }
    }

    long gaps() {
        return gaps.sum();
    }

    long oldEpochs() {
        return oldEpochs.sum();
    }

    long repeated() {
        return repeated.sum();
    }
}
