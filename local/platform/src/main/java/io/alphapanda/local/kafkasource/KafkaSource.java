package io.alphapanda.local.kafkasource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A running KafkaSource. Delivery is at least once: a record is posted again after a crash, a rebalance, a
/// timeout, and its offset is committed when it was delivered, dead-lettered or lost.
public final class KafkaSource implements AutoCloseable {
    private final KafkaSourceSpec spec;
    private final RequestMapper mapper;
    private final Deliverer deliverer;
    private final HttpSink sink;
    private final Optional<DeadLetterSink> deadLetters;
    /// Platform threads, as many as records in flight: a virtual thread that waits for a lock while a class is being
    /// initialised keeps its carrier, and on two cores two of them stop every other.
    private final ExecutorService deliveries;

    private final List<SourceConsumer> consumers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Gate gate = new Gate();
    private final Counters counters = new Counters();
    private final FaultSwitches faults = new FaultSwitches();

    private KafkaSource(KafkaSourceSpec spec, String bootstrapServers, KafkaSourceOptions options) {
        this.spec = spec;
        this.deliveries = Executors.newCachedThreadPool(Thread.ofPlatform()
                .daemon()
                .name("deliver-" + spec.name() + "-", 0)
                .factory());
        this.mapper =
                new RequestMapper(spec, new TraceHeaders(options.originateTrace(), () -> ThreadLocalRandom.current()
                        .nextLong()));
        this.sink = new HttpSink(spec.sink(), spec.delivery().timeout());
        this.deadLetters = spec.delivery()
                .deadLetterSink()
                .map(letters -> new DeadLetterSink(
                        letters.topic(), bootstrapServers, spec.delivery().timeout()));
        this.deliverer =
                new Deliverer(spec, options.untilReachable(), sink, deadLetters, this::pause, gate, counters, faults);
        this.consumers = IntStream.range(0, spec.consumers())
                .mapToObj(
                        number -> new SourceConsumer(spec, options, bootstrapServers, number, this::handle, deliveries))
                .toList();
    }

    /// Prepares the group's offsets and starts to deliver.
    ///
    /// @throws IllegalStateException when a topic does not exist or Kafka does not answer
    public static KafkaSource start(KafkaSourceSpec spec, String bootstrapServers, KafkaSourceOptions options) {
        StartingOffsets.prepare(spec, bootstrapServers);
        KafkaSource source = new KafkaSource(spec, bootstrapServers, options);
        source.consumers.forEach(SourceConsumer::start);
        return source;
    }

    public KafkaSourceSpec spec() {
        return spec;
    }

    /// Cheap: reads counters, asks nobody.
    public KafkaSourceStats stats() {
        return new KafkaSourceStats(
                counters.delivered.sum(),
                counters.retries.sum(),
                counters.deadLettered.sum(),
                counters.deadLetterFailed.sum(),
                consumers.stream().mapToInt(SourceConsumer::inFlight).sum(),
                lag());
    }

    /// Lets attempts under way finish and starts no further ones, retries included; nothing is lost or given up.
    public void hold() {
        gate.hold(true);
    }

    /// Goes on where [#hold()] stopped.
    public void release() {
        gate.hold(false);
    }

    public FaultSwitches faults() {
        return faults;
    }

    /// A fault: delivers the last `records` of each assigned partition once more, while what is in flight runs
    /// on, as after a rebalance.
    public void redeliverLast(int records) {
        if (records < 1) {
            throw new IllegalArgumentException("records to redeliver must be at least 1 but are " + records);
        }
        consumers.forEach(consumer -> consumer.redeliver(records));
    }

    /// A fault: ends as a killed dispatcher does. Nothing is committed, requests in flight are cut off.
    public void abort() {
        gate.close();
        closed.countDown();
        consumers.forEach(SourceConsumer::abort);
        end();
    }

    /// Stops reading, waits a little for what is in flight, commits and leaves the group.
    @Override
    public void close() {
        gate.close();
        closed.countDown();
        consumers.forEach(SourceConsumer::finish);
        end();
    }

    private void end() {
        consumers.forEach(SourceConsumer::join);
        sink.close();
        deadLetters.ifPresent(DeadLetterSink::close);
        deliveries.shutdown();
    }

    private boolean handle(ConsumerRecord<byte[], byte[]> record) {
        return deliverer.deliver(mapper.map(record));
    }

    private boolean pause(Duration duration) {
        try {
            return !closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private OptionalLong lag() {
        long sum = 0;
        for (SourceConsumer consumer : consumers) {
            OptionalLong lag = consumer.lag();
            if (lag.isEmpty()) {
                return lag;
            }
            sum += lag.getAsLong();
        }
        return OptionalLong.of(sum);
    }
}
