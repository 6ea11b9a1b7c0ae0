package io.alphapanda.feed.clock;

import java.time.Duration;
import java.time.Instant;

/// The wall clock and the only place where the feed waits, so that it can be asked to stop anywhere it waits.
public interface FeedClock {

    Instant now();

    /// Returns at `moment`, or at once if it has passed.
    ///
    /// @throws FeedStoppedException if the feed is asked to stop before
    void sleepUntil(Instant moment);

    default void sleep(Duration duration) {
        sleepUntil(now().plus(duration));
    }

    /// @throws FeedStoppedException if the feed has been asked to stop
    void stopIfAsked();
}
