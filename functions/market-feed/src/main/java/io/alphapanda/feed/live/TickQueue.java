package io.alphapanda.feed.live;

import io.alphapanda.domain.instrument.InstrumentId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Ticks on their way from the network to the feed's thread, in arrival order, at most so many.
///
/// When it is full, something must go, and what goes is the tick that is missed least: the oldest of the same
/// instrument, which a newer one follows; an instrument that has none waiting takes the place of the oldest tick that
/// is followed by another of its own. With room for one tick of every instrument, each one's latest price always gets
/// through, however long the feed is held up. Kite's ticks are snapshots anyway, so a dropped one costs resolution, not
/// truth; a queue that dropped the newest, or the oldest of all, would lose the only price of a quiet instrument.
public final class TickQueue {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final LinkedHashMap<Long, LiveTick> waiting = new LinkedHashMap<>();
    private final Map<InstrumentId, ArrayDeque<Long>> byInstrument = new HashMap<>();
    private long arrivals;

    /// @param capacity at least the number of instruments
    public TickQueue(int capacity) {
        this.capacity = capacity;
    }

    /// False if another tick had to make room.
    public boolean offer(LiveTick tick) {
        lock.lock();
        try {
            boolean roomy = waiting.size() < capacity;
            if (!roomy) {
                makeRoom(tick.instrument());
            }
            arrivals++;
            waiting.put(arrivals, tick);
            byInstrument
                    .computeIfAbsent(tick.instrument(), _ -> new ArrayDeque<>(2))
                    .add(arrivals);
            filled.signal();
            return roomy;
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom(InstrumentId newcomer) {
        var own = byInstrument.get(newcomer);
        if (own != null && !own.isEmpty()) {
            waiting.remove(own.removeFirst());
            return;
        }
        var followed = waiting.values().stream()
                .filter(each -> byInstrument.get(each.instrument()).size() > 1)
                .findFirst()
                .orElseGet(() -> waiting.firstEntry().getValue());
        waiting.remove(byInstrument.get(followed.instrument()).removeFirst());
    }

    /// The oldest tick, as soon as there is one; empty if none comes within `patience`.
    public Optional<LiveTick> poll(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (waiting.isEmpty()) {
                if (nanos <= 0) {
                    return Optional.empty();
                }
                nanos = filled.awaitNanos(nanos);
            }
            var oldest = waiting.pollFirstEntry().getValue();
            byInstrument.get(oldest.instrument()).removeFirst();
            return Optional.of(oldest);
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
