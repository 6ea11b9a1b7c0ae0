package io.alphapanda.engine.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one account was granted by this process in the last minute, by steady time.
///
/// Windows are numbered by the wall's clock. Where that is set, another number begins in the midst of one of the
/// broker's seconds and minutes, and with it a count of its own. So for a minute after a step of the clock the last
/// second and the last minute of this process count too.
final class AcrossSteps {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final List<Window> WINDOWS = List.of(Window.MINUTE, Window.SECOND);

    private final ArrayDeque<Long> granted = new ArrayDeque<>();
    private Optional<Instant> beginning = Optional.empty();
    private long steppedAt;
    private boolean stepped;

    /// Takes a place for a request, to be [given back][#giveBack(long)] if it is not granted.
    ///
    /// @param now by the wall's clock
    /// @param at  by steady time
    /// @return why there is none; empty if there is
    synchronized Optional<Verdict.Exhausted> take(OrderLimits limits, Use use, Instant now, long at) {
        notice(now, at);
        while (!granted.isEmpty() && !isWithin(Window.MINUTE, granted.peekFirst(), at)) {
            granted.removeFirst();
        }
        var full = stepped ? full(limits, use, at) : Optional.<Verdict.Exhausted>empty();
        if (full.isEmpty()) {
            granted.addLast(at);
        }
        return full;
    }

    synchronized void giveBack(long at) {
        granted.removeLastOccurrence(at);
    }

    /// When steady time began, by the wall's clock, changes only with a step of that.
    private void notice(Instant now, long at) {
        var began = now.minusNanos(at);
        boolean steps = beginning
                .filter(before -> Duration.between(before, began).abs().compareTo(STEP) > 0)
                .isPresent();
        beginning = Optional.of(began);
        if (steps) {
            stepped = true;
            steppedAt = at;
        } else if (stepped && !isWithin(Window.MINUTE, steppedAt, at)) {
            stepped = false;
        }
    }

    private Optional<Verdict.Exhausted> full(OrderLimits limits, Use use, long at) {
        return WINDOWS.stream()
                .flatMap(each -> full(each, use.mostOf(limits.of(each)), at).stream())
                .findFirst();
    }

    private Optional<Verdict.Exhausted> full(Window window, int most, long at) {
        var within = granted.stream().filter(each -> isWithin(window, each, at)).toList();
        return Stream.of(within.size() - most)
                .filter(over -> over >= 0)
                .map(over -> new Verdict.Exhausted(window, window.length().minusNanos(at - within.get(over))))
                .findFirst();
    }

    private static boolean isWithin(Window window, long then, long at) {
        return at - then < window.length().toNanos();
    }
}
