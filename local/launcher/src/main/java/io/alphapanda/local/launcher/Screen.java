package io.alphapanda.local.launcher;

import io.alphapanda.domain.order.Reality;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// The one-screen summary. On a terminal it stays in place; elsewhere a line is printed from time to time.
final class Screen {

    private static final int LINE_EVERY = 5;

    private final PrintStream out;
    private final boolean terminal;
    private final RunOptions options;
    private final String api;
    private final LongSupplier nanoTime;
    private int drawn;
    private int rounds;
    private long lastTicks;
    private long lastAt;

    Screen(PrintStream out, boolean terminal, RunOptions options, String api) {
        this(out, terminal, options, api, System::nanoTime);
    }

    Screen(PrintStream out, boolean terminal, RunOptions options, String api, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastAt = nanoTime.getAsLong();
        this.out = out;
        this.terminal = terminal;
        this.options = options;
        this.api = api;
    }

    void show(FeedStatus feed, Map<String, Figures.Lane> lanes, String lag, int restarts) {
        if (terminal) {
            redraw(feed, lanes, lag, restarts, rate(feed));
        } else if (rounds++ % LINE_EVERY == 0) {
            long fills = lanes.values().stream().mapToLong(Figures.Lane::filled).sum();
            out.printf(
                    Locale.ROOT,
                    "%s %s ticks=%d ticks/s=%.0f fills=%d lag=%s restarts=%d  %s%n",
                    options.stream(),
                    feed.state(),
                    feed.ticks(),
                    rate(feed),
                    fills,
                    lag,
                    restarts,
                    execution(lanes));
        }
    }

    /// What can't be overlooked: whether anything shown here moves money.
    private static String execution(Map<String, Figures.Lane> lanes) {
        var live = lanes.entrySet().stream()
                .filter(each -> each.getValue().reality() == Reality.LIVE)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return live.isEmpty() ? "SIMULATED EXECUTION (no real money)" : "REAL MONEY: " + live;
    }

    /// Ticks a second since the figures were last shown: a source that goes in bursts has a rate all the same. A feed
    /// that has just been started again counts from nothing for a moment; that is no negative rate.
    private double rate(FeedStatus feed) {
        long now = nanoTime.getAsLong();
        double rate = (feed.ticks() - lastTicks) * 1e9 / Math.max(1, now - lastAt);
        lastTicks = feed.ticks();
        lastAt = now;
        return Math.max(0, rate);
    }

    private void redraw(FeedStatus feed, Map<String, Figures.Lane> lanes, String lag, int restarts, double rate) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT, "Alpha Panda  %s at %s  %s", options.stream(), options.speed(), execution(lanes)));
        lines.add(String.format(
                Locale.ROOT,
                "feed %-8s ticks %,d  ticks/s %,.0f  batches %,d  lag %s  restarts %d",
                feed.state(),
                feed.ticks(),
                rate,
                feed.batches(),
                lag,
                restarts));
        lines.add("");
        lines.addAll(Tables.lanes(lanes));
        lines.add("");
        lines.add("API " + api + "   Ctrl-C ends the house");
        if (drawn > 0) {
            out.print("\u001b[" + drawn + "A");
        }
        lines.forEach(line -> out.print("\u001b[2K" + line + "\n"));
        out.flush();
        drawn = lines.size();
    }
}
