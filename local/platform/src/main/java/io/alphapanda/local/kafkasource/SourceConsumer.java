package io.alphapanda.local.kafkasource;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Kafka consumer of a source and its thread: reads while there is room, hands records to their lanes, commits what
/// is done. A rebalance revokes everything (eager, sticky), commits first, and does not wait for requests in flight.
///
/// Room: ordered, a partition whose lane is full is paused; unordered, nothing is read while 50 or more records are in
/// flight, so with the 50 of one poll there are never more than 99.
final class SourceConsumer implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(SourceConsumer.class);
    private static final int MAX_POLL_RECORDS = 50;
    private static final Duration IDLE_POLL = Duration.ofMillis(100);
    private static final Duration BUSY_POLL = Duration.ofMillis(10);
    private static final Duration TICK_POLL = Duration.ofMillis(50);
    private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(10);
    private static final Duration START_AGAIN = Duration.ofSeconds(1);
    private static final long ROOM_WAIT_NANOS = Duration.ofMillis(50).toNanos();
    private static final long LAG_EVERY_NANOS = Duration.ofMillis(500).toNanos();

    private final KafkaSourceSpec spec;
    private final KafkaSourceOptions options;
    private final Map<String, Object> settings;
    private final PartitionLane.Handler handler;
    private final Executor executor;
    private final Thread thread;

    private final Map<TopicPartition, PartitionLane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean assigned;
    private volatile Ending ending = Ending.NOT;
    private volatile int redeliver;
    private long nextCommit;
    private long nextLag;
    private long nextTick;

    private enum Ending {
        NOT,
        GRACEFUL,
        ABRUPT
    }

    SourceConsumer(
            KafkaSourceSpec spec,
            KafkaSourceOptions options,
            String bootstrapServers,
            int number,
            PartitionLane.Handler handler,
            Executor executor) {
        this.spec = spec;
        this.options = options;
        this.settings = settings(spec, options, bootstrapServers, number);
        this.handler = handler;
        this.executor = executor;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("kafkasource-%s-%d".formatted(spec.name(), number))
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void finish() {
        ending = Ending.GRACEFUL;
        LockSupport.unpark(thread);
    }

    void abort() {
        ending = Ending.ABRUPT;
        LockSupport.unpark(thread);
    }

    void join() {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Goes back by that many done records in every partition, as after a rebalance to somebody who did not hear of the
    /// last commit.
    void redeliver(int records) {
        redeliver = records;
        LockSupport.unpark(thread);
    }

    int inFlight() {
        return inFlight.get();
    }

    OptionalLong lag() {
        if (!assigned) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (PartitionLane lane : lanes.values()) {
            OptionalLong lag = lane.lag();
            if (lag.isEmpty()) {
                return lag;
            }
            sum += lag.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            lanes.put(
                    partition,
                    new PartitionLane(spec.ordering(), this::handle, executor, () -> LockSupport.unpark(thread)));
        }
        nextLag = System.nanoTime();
        assigned = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (ending != Ending.ABRUPT) {
            commit();
        }
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        assigned = false;
        for (TopicPartition partition : partitions) {
            PartitionLane lane = lanes.remove(partition);
            if (lane != null) {
                lane.drop();
            }
        }
    }

    /// The thread's boundary: whatever ends a consumer unasked, another one takes its place.
    private void run() {
        while (ending == Ending.NOT) {
            consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            try {
                consumer.subscribe(spec.topics(), this);
                while (ending == Ending.NOT) {
                    turn();
                }
            } catch (RuntimeException e) {
                LOG.error("a consumer failed and starts again; source={}", spec.name(), e);
                LockSupport.parkNanos(START_AGAIN.toNanos());
            } finally {
                leave();
            }
        }
    }

    private void turn() {
        awaitTick();
        goBack();
        var records = poll();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (spec.ordering() == Ordering.UNORDERED) {
                inFlight.incrementAndGet();
            }
            lanes.get(new TopicPartition(record.topic(), record.partition())).accept(record);
        }
        long now = System.nanoTime();
        if (now - nextCommit >= 0) {
            nextCommit = now + options.commitInterval().toNanos();
            commit();
        }
        if (now - nextLag >= 0) {
            nextLag = now + LAG_EVERY_NANOS;
            refreshLag();
        }
    }

    private Iterable<ConsumerRecord<byte[], byte[]>> poll() {
        List<TopicPartition> full = full();
        if (!full.isEmpty() && full.size() == lanes.size()) {
            LockSupport.parkNanos(this, ROOM_WAIT_NANOS);
            full = full();
        }
        consumer.resume(consumer.paused());
        consumer.pause(full);
        if (!full.isEmpty()) {
            return consumer.poll(full.size() == lanes.size() ? Duration.ZERO : BUSY_POLL);
        }
        return consumer.poll(options.pollTick().isZero() ? IDLE_POLL : TICK_POLL);
    }

    private List<TopicPartition> full() {
        return switch (spec.ordering()) {
            case UNORDERED -> inFlight.get() >= MAX_POLL_RECORDS ? List.copyOf(lanes.keySet()) : List.of();
            case ORDERED ->
                lanes.entrySet().stream()
                        .filter(lane -> lane.getValue().isFull())
                        .map(Map.Entry::getKey)
                        .toList();
        };
    }

    private boolean handle(ConsumerRecord<byte[], byte[]> record) {
        if (spec.ordering() == Ordering.ORDERED) {
            inFlight.incrementAndGet();
        }
        try {
            return handler.handle(record);
        } finally {
            int left = inFlight.decrementAndGet();
            if (spec.ordering() == Ordering.UNORDERED && left == MAX_POLL_RECORDS - 1) {
                LockSupport.unpark(thread);
            }
        }
    }

    private void awaitTick() {
        if (options.pollTick().isZero()) {
            return;
        }
        for (long left = nextTick - System.nanoTime();
                left > 0 && ending == Ending.NOT;
                left = nextTick - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        nextTick = System.nanoTime() + options.pollTick().toNanos();
    }

    private void goBack() {
        int records = redeliver;
        if (records == 0 || lanes.isEmpty()) {
            return;
        }
        redeliver = 0;
        for (TopicPartition partition : List.copyOf(lanes.keySet())) {
            long from = lanes.get(partition).restart();
            lanes.get(partition).drop();
            lanes.put(
                    partition,
                    new PartitionLane(spec.ordering(), this::handle, executor, () -> LockSupport.unpark(thread)));
            consumer.seek(
                    partition, Math.max(0, (from < 0 ? consumer.position(partition, KAFKA_PATIENCE) : from) - records));
        }
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        lanes.forEach((partition, lane) ->
                lane.uncommitted().ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset))));
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, KAFKA_PATIENCE);
            offsets.forEach((partition, offset) -> lanes.get(partition).committed(offset.offset()));
        } catch (KafkaException e) {
            LOG.warn(
                    "offsets were not committed, the next commit includes them; source={} reason={}",
                    spec.name(),
                    e.toString());
        }
    }

    private void refreshLag() {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(lanes.keySet(), KAFKA_PATIENCE);
            lanes.forEach((partition, lane) ->
                    lane.seen(consumer.position(partition, KAFKA_PATIENCE), ends.getOrDefault(partition, 0L)));
        } catch (KafkaException e) {
            LOG.warn("the end of the topics could not be asked for; source={} reason={}", spec.name(), e.toString());
        }
    }

    private void leave() {
        if (ending == Ending.GRACEFUL) {
            lanes.values().forEach(PartitionLane::drop);
            awaitInFlight();
        }
        try {
            // closing revokes what is assigned, which commits unless the end is abrupt
            consumer.close(CloseOptions.timeout(KAFKA_PATIENCE));
        } catch (KafkaException e) {
            LOG.warn("a consumer did not leave its group in order; source={} reason={}", spec.name(), e.toString());
        }
        onPartitionsLost(List.copyOf(lanes.keySet()));
    }

    private void awaitInFlight() {
        long deadline = System.nanoTime() + options.drainTimeout().toNanos();
        while (inFlight.get() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(this, Duration.ofMillis(2).toNanos());
        }
    }

    private static Map<String, Object> settings(
            KafkaSourceSpec spec, KafkaSourceOptions options, String bootstrapServers, int number) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", "kafkasource-%s-%s-%d".formatted(spec.namespace(), spec.name(), number));
        settings.put("group.id", spec.consumerGroup());
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", "false");
        settings.put("partition.assignment.strategy", StickyAssignor.class.getName());
        settings.put("max.poll.records", MAX_POLL_RECORDS);
        settings.put("max.poll.interval.ms", maxPollIntervalMs(spec.delivery()));
        settings.put("session.timeout.ms", (int) options.sessionTimeout().toMillis());
        settings.put("heartbeat.interval.ms", (int) options.sessionTimeout().toMillis() / 3);
        settings.put("fetch.max.bytes", 8 << 20);
        return settings;
    }

    /// Long enough that a consumer is never evicted for a slow sink: twice the time 50 records can take, one
    /// after another.
    static int maxPollIntervalMs(Delivery delivery) {
        Duration one = delivery.timeout()
                .multipliedBy(delivery.retry() + 1L)
                .plus(delivery.allWaits())
                .plusSeconds(delivery.retry());
        return (int) Math.min(
                Integer.MAX_VALUE, one.multipliedBy(2L * MAX_POLL_RECORDS).toMillis());
    }
}
