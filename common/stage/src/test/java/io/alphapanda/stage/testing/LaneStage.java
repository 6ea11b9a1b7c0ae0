package io.alphapanda.stage.testing;

import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// A lane stage as [LaneStageSpecification] sees it: events for it, and what they do.
public interface LaneStage {

    /// Whatever must be there before its events make sense.
    default void prepare() {}

    /// Events in one lane, each following the one before, all of which take effect.
    ///
    /// @param strategy of its own for each test
    List<Knock> chain(String broker, String strategy, int length);

    /// How often the event took effect, from the stage's own tables.
    long effects(Knock knock);

    /// How many events each of them leads to.
    int leadsTo();

    /// What it records beside what every stage does.
    default List<Meter> meters() {
        return List.of();
    }
}
