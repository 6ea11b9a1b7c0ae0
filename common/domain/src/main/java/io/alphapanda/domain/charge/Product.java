package io.alphapanda.domain.charge;

import java.util.Locale;

/// Under which product an account trades; brokerage, tax and stamp duty differ by it.
public enum Product {
    /// Shares that are delivered into the account, or out of it.
    DELIVERY,
    /// Shares bought and sold on the same day.
    INTRADAY,
    FUTURES,
    /// Bought and sold for a premium; an exercise is not an execution and not charged for here.
    OPTIONS;

    /// The name used in configuration: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
