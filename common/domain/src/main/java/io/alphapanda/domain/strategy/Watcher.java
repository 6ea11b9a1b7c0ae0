package io.alphapanda.domain.strategy;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// One strategy at work: shows its rule what the definition says it is shown, and turns entering a condition into
/// signals.
///
/// ```
/// tick --interval tick--------------------------------------> observe the tick
///      --bar: first of a later interval---------------------> observe the closed bar, start a new one
///      --bar: of this interval, or late from an older one --> fold into the forming bar, observe nothing
/// ```
///
/// @param definition what the trader wrote
/// @param rule       built from it
/// @param lanes      the brokers served, in the definition's order
/// @param blank      the memory before the first observation
record Watcher(StrategyDefinition definition, Strategy rule, List<Broker> lanes, StrategyMemory blank) {

    /// What one observation led to.
    record Turn(StrategyMemory memory, List<LaneSignal> signals) {}

    static Watcher of(ActiveStrategy strategy, LanePolicy policy) {
        var definition = strategy.definition();
        var lanes = definition.brokers().stream()
                .distinct()
                .filter(broker -> policy.serves(definition, broker))
                .toList();
        var blank = StrategyMemory.begin(definition.version(), strategy.rule().initial(), Collections.emptySortedMap());
        return new Watcher(definition, strategy.rule(), lanes, blank);
    }

    String key() {
        return definition.id().value();
    }

    /// @param now the tick's price at the tick's time
    Turn look(InstrumentMemory instrument, TickBatch batch, Tick tick, Bar now) {
        var memory = recall(instrument);
        if (definition.interval() == Interval.TICK) {
            return observe(memory, now, Optional.empty(), batch, tick);
        }
        var start = definition.interval().startOf(tick.time());
        var forming = memory.forming();
        if (forming.isEmpty()) {
            return new Turn(memory.forming(Bar.of(start, now.close())), List.of());
        }
        if (!start.isAfter(forming.get().start())) {
            return new Turn(memory.forming(forming.get().plus(now.close())), List.of());
        }
        return observe(memory, forming.get(), Optional.of(Bar.of(start, now.close())), batch, tick);
    }

    /// What was remembered, if it was made under the definition in force; otherwise a new start that still knows its
    /// place in each lane's order of turns.
    private StrategyMemory recall(InstrumentMemory instrument) {
        var stored = instrument.strategies().getOrDefault(key(), blank);
        return stored.definition() == definition.version()
                ? stored
                : StrategyMemory.begin(definition.version(), blank.state(), stored.last());
    }

    private Turn observe(StrategyMemory memory, Bar bar, Optional<Bar> forming, TickBatch batch, Tick tick) {
        var reading = rule.observe(memory.state(), bar);
        var condition = reading.condition();
        if (condition.isEmpty() || condition.equals(memory.condition()) || lanes.isEmpty()) {
            return new Turn(
                    new StrategyMemory(memory.definition(), reading.state(), forming, condition, memory.last()),
                    List.of());
        }
        var signal = signal(condition.get(), reading.reason(), batch, tick);
        var last = new TreeMap<>(memory.last());
        var copies = new ArrayList<LaneSignal>(lanes.size());
        for (var broker : lanes) {
            var id = Ids.laneSignal(signal.id(), broker);
            var follows = Optional.ofNullable(last.put(broker.name(), id));
            copies.add(new LaneSignal(id, broker, signal, follows));
        }
        return new Turn(new StrategyMemory(memory.definition(), reading.state(), forming, condition, last), copies);
    }

    private Signal signal(Side side, String reason, TickBatch batch, Tick tick) {
        return new Signal(
                Ids.signal(batch.stream(), definition.id(), tick.instrument(), tick.ordinal()),
                batch.stream(),
                definition.id(),
                definition.version(),
                tick.instrument(),
                side,
                definition.size(),
                tick.price(),
                tick.price(),
                tick.time(),
                tick.ordinal(),
                tick.time().plus(definition.signalTtl()),
                batch.dueAt(),
                reason);
    }
}
