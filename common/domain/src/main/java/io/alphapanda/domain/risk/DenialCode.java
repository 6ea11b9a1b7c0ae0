package io.alphapanda.domain.risk;

/// Why risk denied a signal: `CATEGORY_CONDITION`. A closed list; people and programs count on the names.
public enum DenialCode {
    SIGNAL_EXPIRED("The signal's time to live was over."),
    SIGNAL_DUPLICATE("The lane has decided this signal before, under another event id."),
    SIGNAL_HISTORY_UNKNOWN("Whether the lane has decided it before could not be established."),
    TRADING_HALTED("The lane or the strategy is halted."),
    TRADING_REDUCING("Only exits are let through, and the order could open or enlarge a position."),
    TRADING_STATE_UNKNOWN("Whether the lane and the strategy may trade could not be established."),
    ORDER_VALUE_EXCEEDED("Price × quantity is above the largest order allowed."),
    POSITION_LIMIT_EXCEEDED(
            "The position could become larger than allowed, counting what is approved but not yet filled."),
    POSITION_UNKNOWN("Position and open approvals could not be established."),
    DAILY_TRADES_EXCEEDED("The strategy has had its trades of the day."),
    DAILY_TRADES_UNKNOWN("How many trades the strategy has had today could not be established."),
    PRICE_OUTSIDE_COLLAR("The price lies too far from the reference price."),
    INSTRUMENT_UNKNOWN("The instrument's venue, and with it its price step and costs, is not known."),
    CASH_INSUFFICIENT("The cash not yet spoken for does not cover the order and its costs."),
    CASH_UNKNOWN("The cash, or what the order would take of it, could not be established.");

    private final String meaning;

    DenialCode(String meaning) {
        this.meaning = meaning;
    }

    /// One sentence for people.
    public String meaning() {
        return meaning;
    }
}
