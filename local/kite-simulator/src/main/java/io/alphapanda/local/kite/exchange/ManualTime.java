package io.alphapanda.local.kite.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Time that stands still until a test moves it. What is due runs on the thread that moves it, in the order of its
/// times, and sees the time it was due at.
public final class ManualTime implements SimulatorTime {
    private record Due(Instant at, long ordinal, Runnable task) {
        boolean before(Due other) {
            return at.equals(other.at) ? ordinal < other.ordinal : at.isBefore(other.at);
        }
    }

    private final List<Due> waiting = new ArrayList<>();
    private Instant now;
    private long scheduled;

    public ManualTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        if (delay.isZero() || delay.isNegative()) {
            task.run();
            return;
        }
        synchronized (this) {
            waiting.add(new Due(now.plus(delay), scheduled++, task));
        }
    }

    public void advance(Duration step) {
        advanceTo(now().plus(step));
    }

    /// @throws IllegalArgumentException when `to` lies in the past
    public void advanceTo(Instant to) {
        if (to.isBefore(now())) {
            throw new IllegalArgumentException("time only moves on: now is %s, asked for %s".formatted(now(), to));
        }
        for (Runnable next = nextUntil(to); next != DONE; next = nextUntil(to)) {
            next.run();
        }
    }

    @Override
    public synchronized void close() {
        waiting.clear();
    }

    private static final Runnable DONE = () -> {};

    private synchronized Runnable nextUntil(Instant to) {
        Due first = null;
        for (Due due : waiting) {
            if (!due.at.isAfter(to) && (first == null || due.before(first))) {
                first = due;
            }
        }
        if (first == null) {
            now = to;
            return DONE;
        }
        waiting.remove(first);
        now = first.at;
        return first.task;
    }
}
