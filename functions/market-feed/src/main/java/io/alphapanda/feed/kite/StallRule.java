package io.alphapanda.feed.kite;

import io.alphapanda.domain.calendar.MarketCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether ticks are overdue: the market has been open for so long, somebody has been listening for so long, and no
/// tick came. Whatever the reason, a dead login included, strategies stand still and a person should know.
///
/// @param exchange when ticks must come
/// @param after    how long without one
record StallRule(MarketCalendar exchange, Duration after) {

    /// @param since    when listening began
    /// @param lastTick of any instrument
    boolean isStalled(Instant now, Instant since, Optional<Instant> lastTick) {
        var then = now.minus(after);
        return exchange.isOpen(now)
                && exchange.isOpen(then)
                && !since.isAfter(then)
                && lastTick.map(each -> !each.isAfter(then)).orElse(true);
    }
}
