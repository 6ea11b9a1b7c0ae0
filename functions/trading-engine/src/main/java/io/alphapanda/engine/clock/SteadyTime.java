package io.alphapanda.engine.clock;

import java.time.Duration;

/// Time that goes on evenly whatever is done to the clock on the wall: how long something lasts. It knows no hour, and
/// means nothing to another process.
@FunctionalInterface
public interface SteadyTime {

    /// Nanoseconds since some moment before this process began, or after it.
    long nanos();

    /// @param nanos an earlier moment
    default Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }
}
