package io.alphapanda.engine.alpaca;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/// Reads a day's executions without asking for old pages again: Alpaca gives a hundred at a time, and two hundred
/// requests a minute. An execution that is entered late, among the old ones, would be missed; the orders then show more
/// filled than there are executions, and everything is [forgotten][#forget] and read anew.
final class FillReader {

    /// So long a page may still change.
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(1);

    private static final Settled NOTHING = new Settled(LocalDate.MIN, List.of());

    private final BookPages pages;
    private final InstantSource clock;
    private volatile Settled settled = NOTHING;

    FillReader(BookPages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /// Whole pages that need not be read again.
    private record Settled(LocalDate day, List<AlpacaFill> fills) {}

    /// Fails with an [AlpacaException].
    Uni<List<AlpacaFill>> read(LocalDate day) {
        var before = settled;
        var known = before.day().equals(day) ? before.fills() : List.<AlpacaFill>of();
        return pages.fills(AlpacaTime.before(day), known)
                .invoke(all ->
                        settled = new Settled(day, settled(all, clock.instant().minus(SETTLED_AFTER))));
    }

    void forget() {
        settled = NOTHING;
    }

    private static List<AlpacaFill> settled(List<AlpacaFill> all, Instant before) {
        int whole = all.size() - all.size() % BookPages.FILLS_A_PAGE;
        while (whole > 0 && !all.get(whole - 1).at().isBefore(before)) {
            whole -= BookPages.FILLS_A_PAGE;
        }
        return List.copyOf(all.subList(0, whole));
    }
}
