package io.alphapanda.runner;

import static io.alphapanda.stage.meter.Meter.counter;
import static io.alphapanda.stage.meter.Meter.gauge;
import static io.alphapanda.stage.meter.Meter.histogram;

import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// What the strategy-runner records beside what every stage does.
final class RunnerMeters {

    static final Meter TICKS = counter("panda.ticks", "Ticks shown to the strategies, those of batches committed.");

    static final Meter TICK_AGE = histogram(
            "panda.tick.age",
            "Age of a batch when its ticks had been shown to the strategies and what they raised was committed, from when"
                    + " its first tick was due at the feed.");

    static final Meter SIGNALS =
            counter("panda.signals", "Signals raised, one for every lane they are copied to.", "lane", "strategy");

    static final Meter BATCHES_IRREGULAR = counter(
            "panda.batches.irregular",
            "Batches that are not the next of their shard: `gap`, some before it are missing; `repeated`, delivered"
                    + " before; `older-epoch`, from a publisher that was replaced and still publishes. The last two"
                    + " change nothing.",
            "kind");

    static final Meter TICKS_IRREGULAR = counter(
            "panda.ticks.irregular",
            "Ticks out of count in their instrument's stream: `duplicate`, left out; `gap`, some before it missing.",
            "kind");

    static final Meter STRATEGIES = gauge("panda.strategies.in.force", "Definitions in force, disabled ones included.");

    static final Meter STRATEGIES_VERSION =
            gauge("panda.strategies.version", "Version of the newest definition in force.");

    static final Meter STRATEGIES_REFUSED = gauge(
            "panda.strategies.refused",
            "Definitions in the ledger that can't be used; while there are any, those in force before stay. The"
                    + " readiness check names them.");

    /// In the order of the page.
    static final List<Meter> ALL = List.of(
            TICKS,
            TICK_AGE,
            SIGNALS,
            BATCHES_IRREGULAR,
            TICKS_IRREGULAR,
            STRATEGIES,
            STRATEGIES_VERSION,
            STRATEGIES_REFUSED);

    private RunnerMeters() {}
}
