package io.alphapanda.feed.live;

import java.time.Duration;

/// Listening to a live source for a day, or what is left of it. Only one thread asks for the next tick.
public interface LiveTicks extends AutoCloseable {

    /// What came of waiting.
    sealed interface Next {}

    record Arrived(LiveTick tick) implements Next {}

    /// Nothing came in time; something still may.
    record Silence() implements Next {}

    /// The trading day is over and everything that came has been given out.
    record DayOver() implements Next {}

    /// Waits until a tick is there, the day is over, or patience ends.
    Next next(Duration patience);

    /// Stops listening.
    @Override
    void close();
}
