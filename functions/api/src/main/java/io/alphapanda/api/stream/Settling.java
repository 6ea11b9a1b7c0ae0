package io.alphapanda.api.stream;

import io.alphapanda.api.stream.ActivityLedger.Look;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Up to which id all there will ever be has been seen.
///
/// Ids are taken in order and committed in any: behind an id that is seen, a lower one may still appear. It belongs to
/// a transaction that was at work when the higher one was seen (a decision writes to the inbox before it takes an id).
/// So what a look has seen is settled by a later look that finds all transactions ended which were at work then:
///
/// ```
/// look 1  newest 40, next transaction 907        38 missing
/// look 2  oldest at work 905                     38 may still come
/// look 3  oldest at work 911, sees 38            all up to 40 is settled
/// ```
final class Settling {

    /// Ids seen and not settled at most; reached only when a transaction stays at work for minutes.
    static final int MOST_UNSETTLED = 5_000;

    private final NavigableSet<Long> seen = new TreeSet<>();
    private long settled;
    private @Nullable Mark mark;

    /// A look whose ids are to be settled.
    private record Mark(long newest, long next) {}

    /// Begins with what is there already; what is missing among these ids may still come.
    Settling(Collection<Long> newest) {
        seen.addAll(newest);
        settled = newest.isEmpty() ? 0 : seen.first() - 1;
    }

    /// Everything up to it has been seen.
    long settled() {
        return settled;
    }

    /// What is seen beyond that.
    Collection<Long> seen() {
        return seen;
    }

    void saw(Look look) {
        look.entries().forEach(each -> seen.add(each.id()));
        if (mark != null && look.oldest() >= mark.next()) {
            settle(mark.newest());
            mark = null;
        }
        if (mark == null) {
            mark = new Mark(look.newest(), look.next());
        }
        while (seen.size() > MOST_UNSETTLED) {
            settle(seen.first());
        }
    }

    private void settle(long upTo) {
        settled = Math.max(settled, upTo);
        seen.headSet(settled, true).clear();
    }
}
