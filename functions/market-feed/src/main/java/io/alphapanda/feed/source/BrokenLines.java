package io.alphapanda.feed.source;

import java.util.ArrayList;
import java.util.List;

/// Lines that were skipped because they can't be read: all counted, the first ones remembered. Thread-safe.
public final class BrokenLines {

    /// How many are remembered.
    static final int REMEMBERED = 20;

    private static final int LONGEST_REASON = 200;

    /// One of them.
    ///
    /// @param line   its number in the file, from 1
    /// @param reason what is wrong with it
    public record BrokenLine(long line, String reason) {}

    private final List<BrokenLine> first = new ArrayList<>();
    private long count;

    synchronized void add(long line, String reason) {
        count++;
        if (first.size() < REMEMBERED) {
            first.add(new BrokenLine(
                    line, reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON)));
        }
    }

    public synchronized long count() {
        return count;
    }

    public synchronized List<BrokenLine> first() {
        return List.copyOf(first);
    }
}
