package io.alphapanda.domain.strategy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A definition being written for a test: an enabled strategy of type `edges` on every stock's ticks for the paper
/// broker, until something else is said.
final class Draft {

    private final String id;
    private long version = 1;
    private String type = "edges";
    private boolean enabled = true;
    private boolean live;
    private List<Broker> brokers = List.of(Floor.PAPER);
    private AssetClass market = AssetClass.EQUITY;
    private Set<InstrumentId> instruments = Set.of();
    private Interval interval = Interval.TICK;
    private Parameters parameters = new Parameters(Map.of());

    Draft(String id) {
        this.id = id;
    }

    Draft version(long number) {
        version = number;
        return this;
    }

    Draft type(String name) {
        type = name;
        return this;
    }

    Draft disabled() {
        enabled = false;
        return this;
    }

    Draft live() {
        live = true;
        return this;
    }

    Draft brokers(Broker... listed) {
        brokers = List.of(listed);
        return this;
    }

    Draft market(AssetClass assetClass) {
        market = assetClass;
        return this;
    }

    Draft instruments(InstrumentId... named) {
        instruments = Set.of(named);
        return this;
    }

    Draft interval(Interval length) {
        interval = length;
        return this;
    }

    Draft parameters(Object... namesAndValues) {
        parameters = Readings.parameters(namesAndValues);
        return this;
    }

    StrategyDefinition definition() {
        return new StrategyDefinition(
                new StrategyId(id),
                version,
                type,
                enabled,
                live,
                brokers,
                Set.of(market),
                instruments,
                interval,
                Quantity.of(10),
                Duration.ofSeconds(30),
                parameters);
    }
}
