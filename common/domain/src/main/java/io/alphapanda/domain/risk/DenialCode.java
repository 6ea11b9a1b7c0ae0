package io.alphapanda.domain.risk;

/// Why risk denied a signal: `CATEGORY_CONDITION`. A closed list; people and programs count on the names.
public enum DenialCode {
    /// The signal's time to live was over.
    SIGNAL_EXPIRED,
    /// The lane has decided this signal before, under another event id.
    SIGNAL_DUPLICATE,
    /// Whether the lane has decided it before could not be established.
    SIGNAL_HISTORY_UNKNOWN,
    /// Price × quantity is above the largest order allowed.
    ORDER_VALUE_EXCEEDED,
    /// The position could become larger than allowed, counting what is approved but not yet filled.
    POSITION_LIMIT_EXCEEDED,
    /// Position and open approvals could not be established.
    POSITION_UNKNOWN,
    /// The strategy has had its trades of the day.
    DAILY_TRADES_EXCEEDED,
    /// How many trades the strategy has had today could not be established.
    DAILY_TRADES_UNKNOWN,
    /// The price lies too far from the reference price.
    PRICE_OUTSIDE_COLLAR,
    /// The instrument's venue, and with it its price step and costs, is not known.
    INSTRUMENT_UNKNOWN,
    /// The cash not yet spoken for does not cover the order and its costs.
    CASH_INSUFFICIENT,
    /// The cash could not be established.
    CASH_UNKNOWN
}
