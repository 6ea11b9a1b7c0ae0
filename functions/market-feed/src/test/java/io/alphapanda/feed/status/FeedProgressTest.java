package io.alphapanda.feed.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.feed.source.BrokenLines;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeedProgressTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final FeedProgress progress = new FeedProgress();

    @Test
    void aSecondPassCountsWhatTheFirstPublishedOnce() {
        progress.passBegins(new BrokenLines(), 0);
        progress.batchPublished(batch(1, 1, 5));
        progress.batchPublished(batch(2, 6, 3));
        assertThat(progress.ticksInStream()).isEqualTo(8);

        progress.passBegins(new BrokenLines(), 2);
        LongStream.range(0, 8).forEach(_ -> progress.tickSkipped());
        progress.batchPublished(batch(3, 9, 2));

        assertThat(progress.ticksInStream()).isEqualTo(10);
        assertThat(progress.batchesInStream()).isEqualTo(3);
        assertThat(progress.ticksPublished()).isEqualTo(10);
    }

    @Test
    void aSuccessorCountsWhatItsPredecessorPublished() {
        progress.passBegins(new BrokenLines(), 7);
        LongStream.range(0, 40).forEach(_ -> progress.tickSkipped());
        progress.batchPublished(batch(8, 41, 2));

        assertThat(progress.ticksInStream()).isEqualTo(42);
        assertThat(progress.batchesInStream()).isEqualTo(8);
        assertThat(progress.ticksPublished()).isEqualTo(2);
    }

    private static TickBatch batch(long n, long from, int count) {
        List<Tick> ticks = LongStream.range(from, from + count)
                .mapToObj(position -> new Tick(
                        InstrumentId.of("NSE:TCS"),
                        position,
                        NOON.plusSeconds(position),
                        Price.of("100"),
                        Quantity.of("1"),
                        position))
                .toList();
        return new TickBatch(new StreamId("walk.1"), AssetClass.EQUITY, 0, new BatchSequence(1, n), NOON, false, ticks);
    }
}
