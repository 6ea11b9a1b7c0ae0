package io.alphapanda.domain.order;

/// Why an order ended without being filled.
public enum FailureCode {
    /// The venue was closed at the signal's time.
    MARKET_CLOSED,
    /// The signal ran out before the order could be placed.
    SIGNAL_EXPIRED,
    /// The instrument's venue is not known to the house.
    VENUE_UNKNOWN
}
