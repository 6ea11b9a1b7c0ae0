package io.alphapanda.local.kite.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Real time, with one thread for what is due. The clock may be shifted or fixed; delays are real.
public final class WallTime implements SimulatorTime {
    private static final Logger LOG = LoggerFactory.getLogger(WallTime.class);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name("kite-simulator-time").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy()); // what comes after the end is not done

    public WallTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        timer.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) { // nobody else would hear of it
            LOG.error("a step of the simulator failed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
