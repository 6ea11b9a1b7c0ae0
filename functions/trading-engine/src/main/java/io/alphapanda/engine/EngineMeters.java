package io.alphapanda.engine;

import io.alphapanda.engine.budget.BudgetMeters;
import io.alphapanda.engine.live.BrokerMeters;
import io.alphapanda.engine.zerodha.PriceLimitMeters;
import io.alphapanda.engine.zerodha.update.UpdateMeters;
import io.alphapanda.stage.meter.Meter;
import java.util.List;
import java.util.stream.Stream;

/// What the trading-engine records beside what every stage does.
final class EngineMeters {

    /// In the order of the page.
    static final List<Meter> ALL = Stream.of(BudgetMeters.ALL, BrokerMeters.ALL, PriceLimitMeters.ALL, UpdateMeters.ALL)
            .flatMap(List::stream)
            .toList();

    private EngineMeters() {}
}
