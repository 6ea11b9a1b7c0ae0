package io.alphapanda.feed.batch;

import java.time.Duration;

/// When a batch is full.
///
/// @param ticks   so many ticks, 1 to 500
/// @param measure which clock the span is counted on
/// @param span    so long after its first tick
public record BatchLimits(int ticks, Measure measure, Duration span) {

    /// Which clock.
    public enum Measure {
        /// When ticks are due on the wall clock: what a follower waits for.
        DUE_TIME,
        /// The market's clock: at full speed the wall clock says nothing, and batches must not depend on the machine.
        EVENT_TIME
    }
}
