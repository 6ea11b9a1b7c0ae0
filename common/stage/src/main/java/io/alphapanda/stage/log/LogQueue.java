package io.alphapanda.stage.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Lines on their way to Redis. Bounded: what finds it full is lost, and counted.
public final class LogQueue {

    private final BlockingQueue<Queued> lines;
    private final AtomicLong lost = new AtomicLong();

    /// A line and where it goes.
    record Queued(LogChannel channel, LogLine line) {}

    /// @param most lines that may wait
    LogQueue(int most) {
        lines = new ArrayBlockingQueue<>(most);
    }

    void offer(LogChannel channel, LogLine line) {
        if (!lines.offer(new Queued(channel, line))) {
            lost.incrementAndGet();
        }
    }

    /// The next ones, in their order.
    List<Queued> take(int most) {
        var taken = new ArrayList<Queued>();
        lines.drainTo(taken, most);
        return taken;
    }

    /// Lines that found no room.
    long lost() {
        return lost.get();
    }
}
