package io.alphapanda.local.kafkasource;

import java.util.ArrayDeque;
import java.util.OptionalLong;

/// Knows up to where a partition's records are done without a gap: only that far may be committed. Offsets need not be
/// consecutive (transactions and compaction leave holes).
final class OffsetTracker {
    /// A record taken up and not yet counted as done.
    static final class Mark {
        private final long offset;
        private boolean done;

        private Mark(long offset) {
            this.offset = offset;
        }
    }

    private final ArrayDeque<Mark> open = new ArrayDeque<>();
    private OptionalLong next = OptionalLong.empty();

    synchronized Mark begin(long offset) {
        Mark mark = new Mark(offset);
        open.add(mark);
        return mark;
    }

    synchronized void done(Mark mark) {
        mark.done = true;
        while (!open.isEmpty() && open.peek().done) {
            next = OptionalLong.of(open.remove().offset + 1);
        }
    }

    /// The offset to commit, the one after the last of the done prefix; empty when nothing is done yet.
    synchronized OptionalLong committable() {
        return next;
    }

    /// The oldest record that is not done; empty when all are.
    synchronized OptionalLong oldestOpen() {
        return open.isEmpty() ? OptionalLong.empty() : OptionalLong.of(open.peek().offset);
    }
}
