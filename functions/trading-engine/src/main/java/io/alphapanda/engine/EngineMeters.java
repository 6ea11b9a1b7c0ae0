package io.alphapanda.engine;

import io.alphapanda.engine.budget.BudgetMeters;
import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// What the trading-engine records beside what every stage does.
final class EngineMeters {

    /// In the order of the page.
    static final List<Meter> ALL = List.copyOf(BudgetMeters.ALL);

    private EngineMeters() {}
}
