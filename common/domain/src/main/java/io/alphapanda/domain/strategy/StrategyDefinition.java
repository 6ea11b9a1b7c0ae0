package io.alphapanda.domain.strategy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One strategy as a trader wrote it down.
///
/// @param id           its name
/// @param version      grows with every change; not below 0
/// @param type         the rule, see [StrategyType#name()]
/// @param enabled      whether it runs
/// @param live         whether it may reach brokers that trade real money; without it only paper kinds are served
/// @param brokers      the lanes its signals are copied to
/// @param assetClasses the markets it listens to
/// @param instruments  what it trades; empty means every instrument of its asset classes
/// @param interval     ticks or bars
/// @param size         quantity of every signal
/// @param signalTtl    how long a signal may be acted on, in market time
/// @param parameters   the rule's own numbers
public record StrategyDefinition(
        StrategyId id,
        long version,
        String type,
        boolean enabled,
        boolean live,
        List<Broker> brokers,
        Set<AssetClass> assetClasses,
        Set<InstrumentId> instruments,
        Interval interval,
        Quantity size,
        Duration signalTtl,
        Parameters parameters) {

    public StrategyDefinition {
        if (version < 0) {
            throw new IllegalArgumentException("strategy " + id + ": version " + version + " must not be below 0");
        }
        if (brokers.isEmpty()) {
            throw new IllegalArgumentException("strategy " + id + ": brokers is empty; name at least one");
        }
        if (assetClasses.isEmpty()) {
            throw new IllegalArgumentException("strategy " + id + ": assetClasses is empty; name at least one");
        }
        if (size.isZero()) {
            throw new IllegalArgumentException("strategy " + id + ": size 0 must be above 0");
        }
        if (signalTtl.compareTo(Duration.ofSeconds(1)) < 0 || signalTtl.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "strategy " + id + ": signalTtl " + signalTtl + " must be between PT1S and P1D");
        }
        brokers = List.copyOf(brokers);
        assetClasses = Set.copyOf(assetClasses);
        instruments = Set.copyOf(instruments);
    }

    /// Whether this strategy looks at `instrument`.
    public boolean watches(AssetClass assetClass, InstrumentId instrument) {
        return enabled
                && assetClasses.contains(assetClass)
                && (instruments.isEmpty() || instruments.contains(instrument));
    }
}
