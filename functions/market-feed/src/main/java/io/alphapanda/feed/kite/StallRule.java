package io.alphapanda.feed.kite;

import io.alphapanda.domain.calendar.MarketCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether ticks are overdue: the market has been open for so long, somebody has been listening for so long, and no
/// tick came. Whatever the reason, a dead login included, strategies stand still and a person should know. How long is
/// told by a clock that is never set; the wall's says only whether the market is open.
///
/// @param exchange when ticks must come
/// @param after    how long without one
record StallRule(MarketCalendar exchange, Duration after) {

    /// @param listening for how long
    /// @param silence   since the last tick of any instrument; empty if none came
    boolean isStalled(Instant now, Duration listening, Optional<Duration> silence) {
        return exchange.isOpen(now)
                && exchange.isOpen(now.minus(after))
                && listening.compareTo(after) >= 0
                && silence.map(each -> each.compareTo(after) >= 0).orElse(true);
    }
}
