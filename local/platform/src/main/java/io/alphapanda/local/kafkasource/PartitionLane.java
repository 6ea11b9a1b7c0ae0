package io.alphapanda.local.kafkasource;

import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The records of one partition between the consumer and the sink, for the time of one assignment. Ordered: a queue and
/// at most one record in flight. Unordered: each record is on its way at once; the consumer limits how many.
final class PartitionLane {
    /// Delivers one record; false when the source closed first.
    @FunctionalInterface
    interface Handler {
        boolean handle(ConsumerRecord<byte[], byte[]> record);
    }

    private record Waiting(ConsumerRecord<byte[], byte[]> record, OffsetTracker.Mark mark) {}

    private static final int MOST_WAITING = 500;
    private static final long MOST_BYTES = 4L << 20;

    private final Ordering ordering;
    private final Handler handler;
    private final Executor executor;
    private final Runnable roomAgain;
    private final OffsetTracker offsets = new OffsetTracker();

    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean draining;
    private boolean full;
    private boolean dropped;

    private long committed = -1;
    private volatile long position = -1;
    private volatile long end = -1;

    PartitionLane(Ordering ordering, Handler handler, Executor executor, Runnable roomAgain) {
        this.ordering = ordering;
        this.handler = handler;
        this.executor = executor;
        this.roomAgain = roomAgain;
    }

    void accept(ConsumerRecord<byte[], byte[]> record) {
        Waiting next = new Waiting(record, offsets.begin(record.offset()));
        switch (ordering) {
            case UNORDERED -> executor.execute(() -> deliver(next));
            case ORDERED -> enqueue(next);
        }
    }

    /// Whether the consumer should stop reading this partition for now; stays true until half of the queue is gone.
    synchronized boolean isFull() {
        return full;
    }

    /// Forgets what waits and lets what is in flight run out unheard: the partition belongs to somebody else.
    synchronized void drop() {
        dropped = true;
        queue.clear();
        queuedBytes = 0;
        full = false;
    }

    /// The offset worth committing, when it is beyond the last committed one. Consumer thread only.
    OptionalLong uncommitted() {
        OptionalLong next = offsets.committable();
        return next.isPresent() && next.getAsLong() > committed ? next : OptionalLong.empty();
    }

    void committed(long offset) {
        committed = offset;
    }

    /// The first offset a new owner would get. Consumer thread only.
    long restart() {
        return offsets.oldestOpen().orElse(offsets.committable().orElse(position));
    }

    void seen(long newPosition, long newEnd) {
        position = newPosition;
        end = newEnd;
    }

    /// Records not done yet; empty until the partition's end has been asked for once.
    OptionalLong lag() {
        long seenEnd = end;
        long seenPosition = position;
        if (seenEnd < 0) {
            return OptionalLong.empty();
        }
        long done = offsets.oldestOpen()
                .orElse(Math.max(seenPosition, offsets.committable().orElse(0)));
        return OptionalLong.of(Math.max(0, Math.max(seenEnd, seenPosition) - done));
    }

    private void enqueue(Waiting next) {
        synchronized (this) {
            queue.add(next);
            queuedBytes += size(next);
            full |= queue.size() >= MOST_WAITING || queuedBytes >= MOST_BYTES;
            if (draining) {
                return;
            }
            draining = true;
        }
        executor.execute(this::drain);
    }

    private void drain() {
        for (Waiting next = take(); next != null; next = take()) {
            if (!deliver(next)) {
                return; // closing: the queue is not touched again
            }
        }
    }

    private synchronized Waiting take() {
        Waiting next = dropped ? null : queue.poll();
        if (next == null) {
            draining = false;
            return null;
        }
        queuedBytes -= size(next);
        if (full && queue.size() <= MOST_WAITING / 2 && queuedBytes <= MOST_BYTES / 2) {
            full = false;
            roomAgain.run();
        }
        return next;
    }

    private boolean deliver(Waiting next) {
        if (!handler.handle(next.record())) {
            return false;
        }
        offsets.done(next.mark());
        return true;
    }

    private static long size(Waiting next) {
        return Math.max(0, next.record().serializedValueSize())
                + Math.max(0, next.record().serializedKeySize());
    }
}
