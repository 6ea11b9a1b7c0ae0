package io.alphapanda.feed.publish;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.feed.batch.ShardTail;
import io.alphapanda.feed.batch.Sharding;
import io.alphapanda.feed.batch.StreamEnd;
import io.alphapanda.feed.clock.FeedClock;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.trouble.TransientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Where each instrument of a live stream stands, read from the topic backwards: a live source can't be counted through
/// again, as a recorded one is. A shard is read until every instrument of it was met, or to the stream's first batch;
/// most were met in the last seconds, one that has not ticked since the morning costs the whole day.
///
/// ```
/// … batch 1 of today ── … ──[ 256 records ]──[ 64 records ]─┤ end of the partition
///        ▲ nobody is older                ◀── reads ◀── reads
/// ```
public final class StreamEnds {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int FIRST_STRETCH = 64;
    private static final int LONGEST_STRETCH = 16_384;
    private static final int GROWTH = 4;

    private final TopicTails tails;
    private final EventCodec codec;
    private final FeedClock clock;

    public StreamEnds(TopicTails tails, EventCodec codec, FeedClock clock) {
        this.tails = tails;
        this.codec = codec;
        this.clock = clock;
    }

    /// @param there       the shards' tails, as read a moment ago under the same lease
    /// @param instruments whose ordinals are wanted
    /// @throws TransientException if the topic does not answer
    public StreamEnd read(String topic, StreamId stream, List<ShardTail> there, Set<InstrumentId> instruments) {
        if (there.stream().allMatch(ShardTail.Fresh.class::isInstance)) {
            return StreamEnd.FRESH;
        }
        var sharding = new Sharding(there.size());
        var wanted = instruments.stream().collect(Collectors.groupingBy(sharding::of, Collectors.toSet()));
        var ordinals = new HashMap<InstrumentId, Long>();
        var cut = new HashSet<Integer>();
        try (var consumer = tails.consumer()) {
            for (int shard = 0; shard < there.size(); shard++) {
                if (there.get(shard) instanceof ShardTail.Behind) {
                    var partition = new TopicPartition(topic, shard);
                    var search = new Search(stream, wanted.getOrDefault(shard, Set.of()), ordinals);
                    if (!search.run(consumer, partition)) {
                        cut.add(shard);
                    }
                }
            }
        }
        return new StreamEnd(position(there), ordinals, cut);
    }

    private static long position(List<ShardTail> there) {
        return there.stream()
                .mapToLong(each -> each instanceof ShardTail.Behind behind ? behind.position() : 0)
                .max()
                .orElse(0);
    }

    /// Of one shard.
    private final class Search {
        private final StreamId stream;
        private final Set<InstrumentId> missing;
        private final Map<InstrumentId, Long> ordinals;
        private boolean atTheBeginning;

        Search(StreamId stream, Set<InstrumentId> wanted, Map<InstrumentId, Long> ordinals) {
            this.stream = stream;
            this.missing = new HashSet<>(wanted);
            this.ordinals = ordinals;
        }

        /// False if the partition begins within the stream and somebody was not met.
        boolean run(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
            consumer.assign(List.of(partition));
            long first =
                    consumer.beginningOffsets(List.of(partition), ANSWER_WITHIN).get(partition);
            long to = consumer.endOffsets(List.of(partition), ANSWER_WITHIN).get(partition);
            int stretch = FIRST_STRETCH;
            while (to > first && !missing.isEmpty() && !atTheBeginning) {
                long from = Math.max(first, to - stretch);
                stretch(consumer, partition, from, to);
                to = from;
                stretch = Math.min(LONGEST_STRETCH, stretch * GROWTH);
            }
            return missing.isEmpty() || atTheBeginning;
        }

        private void stretch(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long from, long to) {
            consumer.seek(partition, from);
            long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
            for (long at = from; at < to; at = consumer.position(partition, ANSWER_WITHIN)) {
                clock.stopIfAsked();
                var records = consumer.poll(POLL).records(partition);
                for (var record : records) {
                    if (record.offset() < to) {
                        look(record);
                    }
                }
                if (!records.isEmpty()) {
                    deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new TransientException(
                            partition + " could not be read from " + from + " to " + to + " within " + ANSWER_WITHIN);
                }
            }
            missing.removeAll(ordinals.keySet());
        }

        /// Stretches are read backwards and each one forwards, so the largest counts, not the last; a publisher that
        /// lost its lease may also have left the same ordinals twice.
        private void look(ConsumerRecord<String, byte[]> record) {
            TickBatch batch;
            try {
                batch = codec.decode(record.value(), TickBatch.class);
            } catch (MalformedEventException _) {
                return; // not of a feed; the tails have told of it
            }
            if (batch.stream().equals(stream)) {
                atTheBeginning |= batch.sequence().n() == 1;
                batch.ticks().forEach(tick -> ordinals.merge(tick.instrument(), tick.ordinal(), Math::max));
            }
        }
    }
}
