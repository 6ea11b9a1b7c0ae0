package io.alphapanda.engine.budget;

import java.util.Locale;

/// What a request is for.
///
/// An exit ends exposure, a cancellation prevents some; both may use what is reserved. A modification may not: where
/// it is refused, the order goes on working as it was.
public enum Use {
    PLACE_ENTRY(true, false),
    PLACE_EXIT(true, true),
    MODIFY(false, false),
    CANCEL(false, true);

    private final boolean countsTowardDay;
    private final boolean mayUseReserve;

    Use(boolean countsTowardDay, boolean mayUseReserve) {
        this.countsTowardDay = countsTowardDay;
        this.mayUseReserve = mayUseReserve;
    }

    /// The name used in metrics: lower case, with `-`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean countsToward(Window window) {
        return window != Window.DAY || countsTowardDay;
    }

    /// How many requests of that window there may be at most, this one included.
    int mostOf(Allowance allowance) {
        return mayUseReserve ? allowance.limit() : allowance.forEntries();
    }
}
