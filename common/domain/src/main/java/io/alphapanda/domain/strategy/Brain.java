package io.alphapanda.domain.strategy;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.strategy.Step.Arrival;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The one brain: everything between a tick and the lanes' signals that is the same for all strategies.
///
/// ```
/// tick --ordinal seen before-----------------------> skipped, counted
///      --nobody watches----------------------------> skipped
///      --else--> every strategy watching it looks:
///                  condition empty, or as it was --> silence
///                  condition entered --------------> one signal, copied to every lane served
/// ```
///
/// Pure and unchanging, so it may be shared between threads. What it returns depends on memories and ticks alone: where
/// a batch is cut makes no difference, nor does a batch that comes twice.
public final class Brain {

    private final Watchers watchers;

    /// @param strategies at most one an id; those not enabled watch nothing
    /// @param lanes      asked once for every strategy and broker
    public Brain(List<ActiveStrategy> strategies, LanePolicy lanes) {
        watchers = new Watchers(strategies, lanes);
    }

    /// Looks at a whole batch.
    ///
    /// @param memories what was remembered of an instrument; asked for those of the batch
    public Outcome process(Function<InstrumentId, Optional<InstrumentMemory>> memories, TickBatch batch) {
        var changed = new LinkedHashMap<InstrumentId, InstrumentMemory>();
        var signals = new ArrayList<LaneSignal>();
        int duplicates = 0;
        int gaps = 0;
        for (var tick : batch.ticks()) {
            var memory = changed.get(tick.instrument());
            if (memory == null) {
                memory = memories.apply(tick.instrument()).orElseGet(() -> InstrumentMemory.fresh(batch.stream()));
            }
            var step = tick(memory, batch, tick);
            switch (step.arrival()) {
                case DUPLICATE -> duplicates++;
                case UNWATCHED -> {}
                case AFTER_GAP -> {
                    gaps++;
                    changed.put(tick.instrument(), step.memory());
                }
                case IN_ORDER -> changed.put(tick.instrument(), step.memory());
            }
            signals.addAll(step.signals());
        }
        return new Outcome(changed, signals, batch.ticks().size(), duplicates, gaps);
    }

    /// Looks at one tick.
    ///
    /// @param memory of the tick's instrument; one of another stream counts as none
    /// @param batch  the batch it travelled in: its stream, asset class and due time
    public Step tick(InstrumentMemory memory, TickBatch batch, Tick tick) {
        var known = memory.in(batch.stream());
        if (tick.ordinal() <= known.lastOrdinal()) {
            return Step.skipped(known, Arrival.DUPLICATE);
        }
        var watching = watchers.of(batch.assetClass(), tick.instrument());
        if (watching.isEmpty() && known.isIdle()) {
            return Step.skipped(known, Arrival.UNWATCHED);
        }
        var now = Bar.of(tick.time(), tick.price().value().doubleValue());
        var strategies = new TreeMap<String, StrategyMemory>();
        var signals = new ArrayList<LaneSignal>(0);
        for (var watcher : watching) {
            var turn = watcher.look(known, batch, tick, now);
            strategies.put(watcher.key(), turn.memory());
            signals.addAll(turn.signals());
        }
        known.strategies().forEach((id, before) -> {
            if (!strategies.containsKey(id) && !before.last().isEmpty()) {
                strategies.put(id, before.retire());
            }
        });
        return new Step(
                new InstrumentMemory(batch.stream(), tick.ordinal(), strategies), signals, arrival(known, tick));
    }

    private static Arrival arrival(InstrumentMemory known, Tick tick) {
        return tick.ordinal() == known.lastOrdinal() + 1 || known.isIdle() ? Arrival.IN_ORDER : Arrival.AFTER_GAP;
    }
}
