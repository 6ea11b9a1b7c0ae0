package io.alphapanda.engine.budget;

import static io.alphapanda.stage.meter.Meter.counter;
import static io.alphapanda.stage.meter.Meter.gauge;

import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// What is recorded of the accounts' budgets.
public final class BudgetMeters {

    static final Meter REMAINING = gauge(
            "panda.orders.budget.remaining",
            "Requests the account has left at its broker in the `second`, `minute` or `day`, the reserve for exits"
                    + " included. As this process saw it when it last asked, so take the minimum; there once it has"
                    + " asked.",
            "lane",
            "window");

    static final Meter EXHAUSTED = counter(
            "panda.orders.budget.exhausted",
            "Requests held back because a window had nothing left for them, by what they were for: `place-entry`,"
                    + " `place-exit`, `modify`, `cancel`.",
            "lane",
            "window",
            "use");

    /// In the order of the page.
    public static final List<Meter> ALL = List.of(REMAINING, EXHAUSTED);

    private BudgetMeters() {}
}
