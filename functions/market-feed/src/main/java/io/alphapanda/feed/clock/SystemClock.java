package io.alphapanda.feed.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The machine's clock, or one that goes beside it.
public final class SystemClock implements FeedClock {

    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);

    public SystemClock() {
        this(Clock.systemUTC());
    }

    /// @param clock as fast as the machine's
    public SystemClock(Clock clock) {
        this.clock = clock;
    }

    public void stop() {
        stopping.countDown();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void sleepUntil(Instant moment) {
        long nanos = nanosUntil(moment);
        try {
            if (stopping.await(Math.max(0, nanos), TimeUnit.NANOSECONDS)) {
                throw new FeedStoppedException();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new FeedStoppedException();
        }
    }

    private long nanosUntil(Instant moment) {
        var left = Duration.between(now(), moment);
        return left.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1).toNanos() : left.toNanos();
    }

    @Override
    public void stopIfAsked() {
        if (stopping.getCount() == 0) {
            throw new FeedStoppedException();
        }
    }
}
