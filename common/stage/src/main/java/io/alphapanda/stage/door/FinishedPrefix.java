package io.alphapanda.stage.door;

import java.util.OptionalLong;
import java.util.TreeSet;

/// What may be committed of one partition: the offset behind the records that are all finished with, whatever is
/// finished beyond the first that is not.
final class FinishedPrefix {

    private final TreeSet<Long> unfinished = new TreeSet<>();
    private long next = -1;
    private long committed = -1;

    void begin(long offset) {
        unfinished.add(offset);
        next = offset + 1;
    }

    void finish(long offset) {
        unfinished.remove(offset);
    }

    int unfinished() {
        return unfinished.size();
    }

    /// The offset to commit, once; empty while there is none newer than the last.
    OptionalLong advance() {
        long prefix = unfinished.isEmpty() ? next : unfinished.first();
        if (next < 0 || prefix <= committed) {
            return OptionalLong.empty();
        }
        committed = prefix;
        return OptionalLong.of(prefix);
    }
}
