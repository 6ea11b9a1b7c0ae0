package io.alphapanda.local.proof.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.local.proof.Violation;
import io.alphapanda.local.proof.house.PublishedTicks.Published;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PublishedTicksTest {

    private static final Instant TIME = Instant.parse("2026-03-05T04:00:00Z");

    @Test
    void aWokenPublishersLastWordHasAnEpochOfItsOwn() {
        var ticks = published(batch(0, 1, 1), batch(1, 1, 1), batch(0, 2, 2), batch(0, 1, 2), batch(0, 2, 3));

        ticks.requireOnePublisherAnEpoch();
        assertThat(ticks.epochs()).isEqualTo(2);
    }

    @Test
    void twoThatShareAnEpochAreFound() {
        var ticks = published(batch(0, 1, 1), batch(0, 1, 2), batch(0, 1, 2));

        assertThatThrownBy(ticks::requireOnePublisherAnEpoch)
                .isInstanceOf(Violation.class)
                .hasMessage("two publishers had one epoch: batch 1/2 of shard 0 was published twice");
    }

    private static PublishedTicks published(TickBatch... batches) {
        var all = List.of(batches);
        return new PublishedTicks(
                "",
                IntStream.range(0, all.size())
                        .mapToObj(at -> new Published(record(all.get(at), at), all.get(at)))
                        .toList());
    }

    private static ConsumerRecord<byte[], byte[]> record(TickBatch batch, long offset) {
        return new ConsumerRecord<>(Topics.ticks(AssetClass.EQUITY), batch.shard(), offset, new byte[0], new byte[0]);
    }

    private static TickBatch batch(int shard, long epoch, long n) {
        return new TickBatch(
                new StreamId("morning"), AssetClass.EQUITY, shard, new BatchSequence(epoch, n), TIME, true, List.of());
    }
}
