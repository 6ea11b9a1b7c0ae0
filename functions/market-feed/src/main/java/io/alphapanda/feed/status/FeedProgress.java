package io.alphapanda.feed.status;

import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.feed.source.BrokenLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// How the feed is getting on. Written by its threads, read by whoever asks.
public final class FeedProgress {

    private static final double NANOS = 1e9;

    private final LiveProgress live = new LiveProgress();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final LongAdder published = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder notAcknowledged = new LongAdder();
    private final LongAdder leasesLost = new LongAdder();
    private final LongAdder pausedNanos = new LongAdder();
    private final AtomicLong firstPublished = new AtomicLong();
    private final AtomicLong lastPublished = new AtomicLong();
    private volatile FeedState state = FeedState.WAITING_FOR_LEASE;
    private volatile long epoch;
    private volatile boolean leaseIsLost;
    private volatile Optional<Instant> lastEventTime = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile BrokenLines brokenLines = new BrokenLines();
    private volatile Start start = new Start(0, 0, 0);

    /// Where this process and the stream stood when the pass began.
    private record Start(long published, long batches, long batchesInStream) {}

    /// A pass begins: the source is read from its beginning, so what counts the reading starts over.
    ///
    /// @param batchesInStream that lie in the topic already
    public void passBegins(BrokenLines ofThisPass, long batchesInStream) {
        start = new Start(ticksPublished(), batches(), batchesInStream);
        brokenLines = ofThisPass;
        read.set(0);
        skipped.set(0);
    }

    public void is(FeedState now) {
        state = now;
    }

    /// Something is in the way; the message is for people.
    public void troubled(String message) {
        trouble = Optional.of(message);
    }

    public void untroubled() {
        if (trouble.isPresent()) {
            trouble = Optional.empty();
        }
    }

    public void leased(long byEpoch) {
        epoch = byEpoch;
        leaseIsLost = false;
    }

    /// It may not publish any more, until it is leased again.
    public void leaseLost() {
        leasesLost.increment();
        leaseIsLost = true;
    }

    public void tickRead() {
        read.lazySet(read.get() + 1);
    }

    public void tickSkipped() {
        skipped.lazySet(skipped.get() + 1);
    }

    public void paused(Duration duration) {
        pausedNanos.add(duration.toNanos());
    }

    /// A batch is on its way.
    public void batchSent() {
        firstPublished.compareAndSet(0, System.nanoTime());
        sent.increment();
    }

    /// A batch that was on its way was given up; the topic will tell whether it arrived.
    public void batchGivenUp() {
        notAcknowledged.increment();
    }

    /// A batch has been acknowledged.
    public void batchPublished(TickBatch batch) {
        batches.increment();
        published.add(batch.ticks().size());
        lastPublished.set(System.nanoTime());
        if (!batch.ticks().isEmpty()) {
            lastEventTime = Optional.of(batch.ticks().getLast().time());
        }
    }

    /// Of a live source.
    public LiveProgress live() {
        return live;
    }

    public FeedState state() {
        return state;
    }

    public long epoch() {
        return epoch;
    }

    public long ticksRead() {
        return read.get();
    }

    public long ticksSkipped() {
        return skipped.get();
    }

    public long ticksPublished() {
        return published.sum();
    }

    public long batches() {
        return batches.sum();
    }

    /// Ticks of the stream that are published, whoever did it and in which pass. While a pass finds its way back to
    /// where the one before it stopped, those it has come by.
    public long ticksInStream() {
        return ticksSkipped() + ticksPublished() - start.published();
    }

    /// Batches of the stream that are published, whoever did it and in which pass.
    public long batchesInStream() {
        return start.batchesInStream() + batches() - start.batches();
    }

    /// Batches handed to Kafka, acknowledged or not.
    public long batchesSent() {
        return sent.sum();
    }

    /// Batches that are no longer on their way, whatever became of them.
    public long batchesSettled() {
        return batches.sum() + notAcknowledged.sum();
    }

    public long leasesLost() {
        return leasesLost.sum();
    }

    /// Whether it published under a lease, lost it, and has no other yet.
    public boolean hasLostItsLease() {
        return leaseIsLost;
    }

    public Duration pausedFor() {
        return Duration.ofNanos(pausedNanos.sum());
    }

    public Optional<Instant> lastEventTime() {
        return lastEventTime;
    }

    /// How long ago the newest batch was acknowledged; empty before the first.
    public Optional<Duration> sinceLastBatch() {
        long last = lastPublished.get();
        return last == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - last));
    }

    public Optional<String> trouble() {
        return trouble;
    }

    public BrokenLines brokenLines() {
        return brokenLines;
    }

    /// Published ticks a second, from the first batch to the last.
    public double ticksPerSecond() {
        long nanos = lastPublished.get() - firstPublished.get();
        return firstPublished.get() == 0 || nanos <= 0 ? 0 : ticksPublished() / (nanos / NANOS);
    }
}
