package io.alphapanda.stage.door;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Reads one lane's topic on a thread of its own: polls, commits, opens anew after trouble. Records of one key are
/// tried in their order ([KeyOrder]); one that has to wait lets the others pass, as in an unordered KafkaSource, and
/// keeps only its partition's offset ([OffsetBook]).
final class LaneConsumer {

    private static final Logger LOG = Logger.getLogger(LaneConsumer.class);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration REOPEN_AFTER = Duration.ofSeconds(1);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(1);
    private static final int MOST_UNFINISHED = 200;

    private final Subscription subscription;
    private final String topic;
    private final RecordDelivery deliveries;
    private final ConsumerPulse pulse;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    private final OffsetBook offsets = new OffsetBook();
    private final KeyOrder order = new KeyOrder();
    private boolean paused;
    private long measured = System.nanoTime() - MEASURED_EVERY.toNanos();

    LaneConsumer(Subscription subscription, RecordDelivery deliveries, ConsumerPulse pulse) {
        this.subscription = subscription;
        this.topic = subscription.topic();
        this.deliveries = deliveries;
        this.pulse = pulse;
        this.thread = Thread.ofPlatform().name("stream-door-" + topic).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Takes no more records, waits a moment for those in work, commits, and ends.
    void close() throws InterruptedException {
        closing.countDown();
        thread.join(DRAIN.plusSeconds(5));
    }

    ConsumerPulse pulse() {
        return pulse;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        try {
            readAgainAndAgain();
        } finally {
            pulse.end();
        }
    }

    private void readAgainAndAgain() {
        while (!isClosing()) {
            try (var consumer = subscription.open()) {
                read(consumer);
            } catch (KafkaException e) {
                LOG.warnf("stream door opens anew: topic=%s reason=%s", topic, e.getMessage());
                pulse.troubled("it opens anew: " + e.getMessage());
                awaitReopening();
            } catch (RuntimeException e) { // a defect must not shut the door for good
                LOG.errorf(e, "stream door opens anew: topic=%s", topic);
                pulse.troubled("it opens anew: " + e);
                awaitReopening();
            }
        }
    }

    private void awaitReopening() {
        try {
            closing.await(REOPEN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closing.countDown();
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        offsets.clear();
        pulse.allGone();
        paused = false;
        consumer.subscribe(List.of(topic), new Rebalance(consumer));
        while (!isClosing()) {
            consumer.poll(POLL).forEach(this::take);
            offsets.settle();
            commit(consumer, false);
            bound(consumer);
            pulse.beat();
            measure(consumer);
        }
        drain(consumer);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var entry = offsets.begin(record);
        order.inOrder(record.key(), () -> {
            var progress = deliveries.deliver(record);
            progress.finished().thenRun(entry::finish);
            return progress.tried();
        });
    }

    private void commit(KafkaConsumer<String, byte[]> consumer, boolean wait) {
        var advanced = offsets.advance();
        if (advanced.isEmpty()) {
            return;
        }
        if (wait) {
            consumer.commitSync(advanced);
        } else {
            consumer.commitAsync(advanced, (_, failure) -> {
                if (failure != null) {
                    LOG.warnf("offsets not committed: topic=%s reason=%s", topic, failure.getMessage());
                }
            });
        }
    }

    private void bound(KafkaConsumer<String, byte[]> consumer) {
        boolean full = offsets.unfinished() >= MOST_UNFINISHED;
        if (full || paused) {
            if (full) {
                consumer.pause(consumer.assignment());
            } else {
                consumer.resume(consumer.assignment());
            }
            paused = full;
        }
    }

    /// Behind by what is not fetched yet and what is in work.
    private void measure(KafkaConsumer<String, byte[]> consumer) {
        if (System.nanoTime() - measured < MEASURED_EVERY.toNanos()) {
            return;
        }
        measured = System.nanoTime();
        for (var partition : consumer.assignment()) {
            consumer.currentLag(partition)
                    .ifPresent(ahead -> pulse.lag(partition, ahead + offsets.unfinished(partition)));
        }
    }

    private void drain(KafkaConsumer<String, byte[]> consumer) {
        consumer.pause(consumer.assignment());
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (offsets.unfinished() > 0 && System.nanoTime() - deadline < 0) {
            consumer.poll(POLL);
            offsets.settle();
        }
        commit(consumer, true);
    }

    /// What is in work when a partition leaves is delivered again by its next owner; the protocol is used to it.
    private final class Rebalance implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> consumer;

        Rebalance(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            offsets.settle();
            commit(consumer, true);
            offsets.forget(revoked);
            pulse.gone(revoked);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            offsets.forget(lost);
            pulse.gone(lost);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {}
    }
}
