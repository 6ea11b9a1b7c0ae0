package io.alphapanda.feed.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatcherTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final BatchLimits LIVE = new BatchLimits(3, BatchLimits.Measure.DUE_TIME, Duration.ofMillis(50));
    private static final BatchLimits FULL_SPEED =
            new BatchLimits(3, BatchLimits.Measure.EVENT_TIME, Duration.ofSeconds(60));
    private static final List<ShardTail> FRESH = List.of(new ShardTail.Fresh(), new ShardTail.Fresh());

    @Test
    void aBatchIsCutByItsCountAndNumberedInItsShard() {
        var batcher = batcher(LIVE, FRESH);
        var batches = new ArrayList<TickBatch>();
        for (int i = 0; i < 7; i++) {
            batches.addAll(batcher.add(i % 2, tick(i + 1, NOON), NOON));
        }

        assertThat(batches)
                .containsExactly(
                        batch(0, 1, NOON, false, tick(1, NOON), tick(3, NOON), tick(5, NOON)),
                        batch(1, 1, NOON, false, tick(2, NOON), tick(4, NOON), tick(6, NOON)));
        assertThat(batcher.close(NOON.plusSeconds(9)))
                .containsExactly(batch(0, 2, NOON, true, tick(7, NOON)), batch(1, 2, NOON.plusSeconds(9), true));
    }

    @Test
    void aBatchLeavesFiftyMillisecondsAfterItsFirstTickWasDue() {
        var batcher = batcher(LIVE, FRESH);
        batcher.add(0, tick(1, NOON), NOON);
        batcher.add(0, tick(2, NOON), NOON.plusMillis(30));

        assertThat(batcher.nextCut()).contains(NOON.plusMillis(50));
        assertThat(batcher.overdue(NOON.plusMillis(49))).isEmpty();
        assertThat(batcher.overdue(NOON.plusMillis(50)))
                .containsExactly(batch(0, 1, NOON, false, tick(1, NOON), tick(2, NOON)));
        assertThat(batcher.nextCut()).isEmpty();
    }

    @Test
    void aBatchDoesNotWaitForAClockThatWasSetBack() {
        var batcher = batcher(LIVE, FRESH);
        batcher.add(0, tick(1, NOON), NOON);

        assertThat(batcher.overdue(NOON.minusSeconds(1))).isEmpty();
        assertThat(batcher.overdue(NOON.minusSeconds(600))).containsExactly(batch(0, 1, NOON, false, tick(1, NOON)));
    }

    @Test
    void aTickDueTooLateForTheOpenBatchBeginsTheNext() {
        var batcher = batcher(LIVE, FRESH);
        batcher.add(0, tick(1, NOON), NOON);

        assertThat(batcher.add(0, tick(2, NOON), NOON.plusMillis(50)))
                .containsExactly(batch(0, 1, NOON, false, tick(1, NOON)));
        assertThat(batcher.nextCut()).contains(NOON.plusMillis(100));
    }

    @Test
    void atFullSpeedOnlyCountAndEventTimeCut() {
        var batcher = batcher(FULL_SPEED, FRESH);
        batcher.add(0, tick(1, NOON), NOON);

        assertThat(batcher.overdue(NOON.plusSeconds(3_600))).isEmpty();
        assertThat(batcher.nextCut()).isEmpty();
        assertThat(batcher.add(0, tick(2, NOON.minusSeconds(600)), NOON)).isEmpty();
        assertThat(batcher.add(0, tick(3, NOON.plusSeconds(60)), NOON))
                .containsExactly(batch(0, 1, NOON, false, tick(1, NOON), tick(2, NOON.minusSeconds(600))));
    }

    @Test
    void aSuccessorGoesOnCountingAndLeavesClosedShardsAlone() {
        var batcher = batcher(LIVE, List.of(new ShardTail.Behind(41, 1_000), new ShardTail.Closed(42)));
        batcher.add(0, tick(1, NOON), NOON);

        assertThat(batcher.close(NOON)).containsExactly(batch(0, 42, NOON, true, tick(1, NOON)));
        assertThatThrownBy(() -> batcher.add(1, tick(2, NOON), NOON)).isInstanceOf(IllegalStateException.class);
    }

    private static Batcher batcher(BatchLimits limits, List<ShardTail> tails) {
        return new Batcher(new StreamId("s"), AssetClass.EQUITY, 7, limits, tails);
    }

    private static TickBatch batch(int shard, long n, Instant dueAt, boolean last, Tick... ticks) {
        return new TickBatch(
                new StreamId("s"), AssetClass.EQUITY, shard, new BatchSequence(7, n), dueAt, last, List.of(ticks));
    }

    private static Tick tick(long position, Instant time) {
        return new Tick(InstrumentId.of("NSE:TCS"), position, time, Price.of("10"), Quantity.ZERO, position);
    }
}
