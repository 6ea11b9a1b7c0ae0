package io.alphapanda.local.kite.exchange;

import java.time.Duration;
import java.time.Instant;

/// What time it is, and what happens later: the simulator's only clock and its only timer.
public interface SimulatorTime extends AutoCloseable {
    Instant now();

    /// Runs `task` once `delay` has passed; a delay of zero may run it at once, on the calling thread.
    void after(Duration delay, Runnable task);

    /// Forgets what is still to come.
    @Override
    void close();
}
