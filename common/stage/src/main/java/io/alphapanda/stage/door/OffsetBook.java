package io.alphapanda.stage.door;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Which records of a consumer's partitions are in work, and so what may be committed. Belongs to the consumer's
/// thread; only [Entry#finish] may be called from any.
final class OffsetBook {

    private final Map<TopicPartition, FinishedPrefix> partitions = new HashMap<>();
    private final ConcurrentLinkedQueue<Entry> finished = new ConcurrentLinkedQueue<>();

    /// One record in work.
    final class Entry {
        private final FinishedPrefix prefix;
        private final long offset;

        private Entry(FinishedPrefix prefix, long offset) {
            this.prefix = prefix;
            this.offset = offset;
        }

        /// It is finished with; its offset may be left behind once those before it are.
        void finish() {
            finished.add(this);
        }
    }

    Entry begin(ConsumerRecord<?, ?> record) {
        var prefix = partitions.computeIfAbsent(
                new TopicPartition(record.topic(), record.partition()), _ -> new FinishedPrefix());
        prefix.begin(record.offset());
        return new Entry(prefix, record.offset());
    }

    /// Takes note of what has been finished meanwhile.
    void settle() {
        for (var each = finished.poll(); each != null; each = finished.poll()) {
            each.prefix.finish(each.offset);
        }
    }

    /// What is to be committed, each offset once.
    Map<TopicPartition, OffsetAndMetadata> advance() {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        partitions.forEach((partition, prefix) ->
                prefix.advance().ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset))));
        return offsets;
    }

    /// How many records of one partition are in work.
    int unfinished(TopicPartition partition) {
        var prefix = partitions.get(partition);
        return prefix == null ? 0 : prefix.unfinished();
    }

    int unfinished() {
        return partitions.values().stream().mapToInt(FinishedPrefix::unfinished).sum();
    }

    /// Partitions that have gone to another consumer; what is in work of them is no longer ours to commit.
    void forget(Collection<TopicPartition> gone) {
        gone.forEach(partitions::remove);
    }

    void clear() {
        partitions.clear();
    }
}
