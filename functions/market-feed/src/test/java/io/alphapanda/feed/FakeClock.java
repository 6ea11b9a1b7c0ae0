package io.alphapanda.feed;

import io.alphapanda.feed.clock.FeedClock;
import io.alphapanda.feed.clock.FeedStoppedException;
import java.time.Instant;

/// A clock that jumps instead of waiting.
final class FakeClock implements FeedClock {

    private Instant now = Instant.parse("2026-01-05T12:00:00Z");
    private Instant stopsAt = Instant.MAX;

    void stopAt(Instant moment) {
        stopsAt = moment;
    }

    /// Without anybody waiting.
    void jumpTo(Instant moment) {
        now = moment;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleepUntil(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
        stopIfAsked();
    }

    @Override
    public void stopIfAsked() {
        if (!now.isBefore(stopsAt)) {
            throw new FeedStoppedException();
        }
    }
}
