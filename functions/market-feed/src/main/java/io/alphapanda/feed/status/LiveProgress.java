package io.alphapanda.feed.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/// How listening to a live source goes. Written by the network's threads and the feed's, read by whoever asks; all zero
/// for a recorded source.
public final class LiveProgress {

    /// Why a tick that came in is not published.
    public enum Dropped {
        /// The feed could not keep up, and a newer tick of the instrument took its place.
        OVERFLOW,
        /// It was on its way when publishing broke off: the lease was lost, Kafka or the database went away.
        PASS,
        /// Its exchange time lies on another day: the source's memory of the last session, not of this one.
        OTHER_DAY,
        /// Without a price: the instrument has not traded yet.
        UNPRICED,
        /// Of an instrument nobody asked for.
        UNASKED;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What is configured and not listened to.
    ///
    /// @param instrument as configured
    /// @param reason     for people
    public record LeftOut(String instrument, String reason) {}

    /// @param nanos `System.nanoTime()` when it came
    private record LastTick(Instant at, long nanos) {}

    private final LongAdder frames = new LongAdder();
    private final LongAdder unknownPackets = new LongAdder();
    private final LongAdder reconnects = new LongAdder();
    private final LongAdder muted = new LongAdder();
    private final LongAdder stalls = new LongAdder();
    private final AtomicInteger up = new AtomicInteger();
    private final AtomicLongArray dropped = new AtomicLongArray(Dropped.values().length);
    private volatile String origin = "";
    private volatile int wanted;
    private volatile int watched;
    private volatile boolean stalled;
    private volatile Optional<Instant> lastFrame = Optional.empty();
    private volatile Optional<LastTick> lastTick = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile List<LeftOut> leftOut = List.of();

    /// Whom it listens to; a simulator must be told from an exchange by whoever looks.
    ///
    /// @param host with its port, if it has one
    public void listensTo(String host) {
        origin = host;
    }

    /// What the day's plan is.
    ///
    /// @param connections it takes
    /// @param instruments they carry
    public void planned(int connections, int instruments, List<LeftOut> without) {
        wanted = connections;
        watched = instruments;
        leftOut = List.copyOf(without);
    }

    /// @param again whether it had stood before
    public void connected(boolean again) {
        up.incrementAndGet();
        if (again) {
            reconnects.increment();
        }
    }

    public void disconnected() {
        up.decrementAndGet();
    }

    /// A connection was given up because nothing came over it.
    public void muted() {
        muted.increment();
    }

    public void frame(Instant at) {
        frames.increment();
        lastFrame = Optional.of(at);
    }

    public void tick(Instant at) {
        lastTick = Optional.of(new LastTick(at, System.nanoTime()));
    }

    public void unknownPackets(int count) {
        unknownPackets.add(count);
    }

    public void drop(Dropped reason) {
        dropped.incrementAndGet(reason.ordinal());
    }

    /// Ticks that were taken and will not be published.
    public void lostWithThePass(long ticks) {
        dropped.addAndGet(Dropped.PASS.ordinal(), Math.max(0, ticks));
    }

    /// The market is open and no tick comes, or one comes again.
    ///
    /// @return whether that is news
    public boolean stalled(boolean now) {
        if (now == stalled) {
            return false;
        }
        if (now) {
            stalls.increment();
        }
        stalled = now;
        return true;
    }

    /// What keeps it from listening; for people.
    public void troubled(String message) {
        trouble = Optional.of(message);
    }

    public void untroubled() {
        if (trouble.isPresent()) {
            trouble = Optional.empty();
        }
    }

    public String origin() {
        return origin;
    }

    public int connections() {
        return up.get();
    }

    public int wantedConnections() {
        return wanted;
    }

    public long reconnects() {
        return reconnects.sum();
    }

    public long mutes() {
        return muted.sum();
    }

    public int watched() {
        return watched;
    }

    public long frames() {
        return frames.sum();
    }

    public long unknownPackets() {
        return unknownPackets.sum();
    }

    public long dropped(Dropped reason) {
        return dropped.get(reason.ordinal());
    }

    public boolean isStalled() {
        return stalled;
    }

    public long stalls() {
        return stalls.sum();
    }

    public Optional<Instant> lastFrame() {
        return lastFrame;
    }

    public Optional<Instant> lastTick() {
        return lastTick.map(LastTick::at);
    }

    /// How long ago that was, whatever has been done to the clock since.
    public Optional<Duration> silence() {
        return lastTick.map(each -> Duration.ofNanos(System.nanoTime() - each.nanos()));
    }

    public Optional<String> trouble() {
        return trouble;
    }

    public List<LeftOut> leftOut() {
        return leftOut;
    }
}
