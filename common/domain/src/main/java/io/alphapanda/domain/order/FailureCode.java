package io.alphapanda.domain.order;

/// Why an order ended without being filled: `CATEGORY_CONDITION`. A closed list; people and programs count on the
/// names.
public enum FailureCode {
    MARKET_CLOSED("The venue was closed at the signal's time."),
    SIGNAL_EXPIRED("The signal ran out before the order could be placed."),
    VENUE_UNKNOWN("The instrument's venue is not known to the house.");

    private final String meaning;

    FailureCode(String meaning) {
        this.meaning = meaning;
    }

    /// One sentence for people.
    public String meaning() {
        return meaning;
    }
}
