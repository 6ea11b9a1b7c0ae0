package io.alphapanda.domain.order;

/// Why an order ended without being filled: `CATEGORY_CONDITION`. A closed list; people and programs count on the
/// names.
public enum FailureCode {
    MARKET_CLOSED("The venue was closed at the signal's time."),
    SIGNAL_EXPIRED("The signal ran out before the order could be placed."),
    CLOCK_SKEWED("The signal's time lies in the future: this machine's clock is behind, or the feed's ahead."),
    VENUE_UNKNOWN("The instrument's venue is not known to the house."),
    CHARGES_UNKNOWN("The account's charges have no rates for the instrument's venue, or for the day."),
    TRADING_HALTED("The lane or the strategy was halted before the order was sent."),
    TRADING_REDUCING("Only exits may be sent, and the order would have opened a position."),
    HALT_CANCELLED("The lane, the strategy or the house was halted, and the entry was cancelled."),
    INSTRUMENT_NOT_LISTED("The broker does not list the instrument."),
    QUANTITY_INVALID("The quantity is no whole number of units or no multiple of the lot."),
    PRICE_OUTSIDE_LIMITS("The price the order was decided at is none the broker takes for the instrument today."),
    SEND_TOO_LATE("The order could not be written to the broker before its deadline; nothing was sent."),
    BROKER_UNREACHABLE("No connection to the broker came about; nothing was sent."),
    SESSION_INVALID("The broker's session has ended; nobody trades there until somebody logs in."),
    RATE_LIMITED("The account's order rate was used up; the broker did not take the order."),
    EGRESS_UNREGISTERED("The broker does not take orders from this address."),
    FUNDS_INSUFFICIENT("The account's margin does not cover the order."),
    HOLDINGS_INSUFFICIENT("The account does not hold what the order would sell."),
    AUTHORISATION_MISSING("The depository wants the sale authorised by a person first."),
    ORDER_REFUSED("The broker refused the order; its words are kept with it."),
    ORDER_CANCELLED("The order was cancelled at the broker or the exchange."),
    PLACEMENT_NOT_FOUND("The broker's answer was lost, and the order never appeared in the day's order book.");

    private final String meaning;

    FailureCode(String meaning) {
        this.meaning = meaning;
    }

    /// One sentence for people.
    public String meaning() {
        return meaning;
    }
}
