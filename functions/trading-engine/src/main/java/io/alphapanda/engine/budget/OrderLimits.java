package io.alphapanda.engine.budget;

import java.time.ZoneId;

/// What a broker lets one account do, and how much of it is kept for exits.
///
/// **Exits before entries.** Entries may use a window only up to its limit less the reserve, exits all of it. Nothing
/// queues and nothing is remembered but the count, so any process may answer at any time, in one step, and a process
/// that dies holds nothing back. A queue with priorities would give exits the same last word, but only within one
/// process. Its price: a quiet day's last requests go unused.
///
/// **Whose clock.** The broker counts by its own clock, we by ours. When the two differ, what we count in two seconds
/// may fall into one of theirs. A limit a little below the broker's forgives the odd order that lands next door; only
/// half the broker's limit holds whatever the difference. What it refuses all the same (429) was not placed.
///
/// @param second                of one calendar second
/// @param minute                of one calendar minute
/// @param day                   of one calendar day in `zone`; modifications and cancellations don't count
/// @param modificationsPerOrder 1 to 1,000
/// @param zone                  where the broker's day begins
public record OrderLimits(Allowance second, Allowance minute, Allowance day, int modificationsPerOrder, ZoneId zone) {

    /// Of a second and a minute, in percent.
    private static final int RESERVED_SHORT = 20;

    /// Of a day, in percent.
    private static final int RESERVED_DAY = 5;

    private static final int MOST_MODIFICATIONS = 1_000;

    /// Kite Connect, per account over all its apps and platforms: 10 a second, 400 a minute, 5,000 a day, 25
    /// modifications an order. Requests it refuses count as well. One of the ten stays free for the clocks.
    public static final OrderLimits ZERODHA = of(9, 400, 5_000, 25, ZoneId.of("Asia/Kolkata"));

    public OrderLimits {
        if (modificationsPerOrder < 1 || modificationsPerOrder > MOST_MODIFICATIONS) {
            throw new IllegalArgumentException(
                    "modificationsPerOrder " + modificationsPerOrder + " must be between 1 and " + MOST_MODIFICATIONS);
        }
    }

    /// With the usual reserve for exits: 20 % of a second and of a minute, 5 % of a day, at least one request each.
    public static OrderLimits of(int perSecond, int perMinute, int perDay, int modificationsPerOrder, ZoneId zone) {
        return new OrderLimits(
                named("perSecond", perSecond, RESERVED_SHORT),
                named("perMinute", perMinute, RESERVED_SHORT),
                named("perDay", perDay, RESERVED_DAY),
                modificationsPerOrder,
                zone);
    }

    private static Allowance named(String field, int limit, int reservedPercent) {
        try {
            return Allowance.of(limit, reservedPercent);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
        }
    }

    Allowance of(Window window) {
        return switch (window) {
            case SECOND -> second;
            case MINUTE -> minute;
            case DAY -> day;
        };
    }
}
