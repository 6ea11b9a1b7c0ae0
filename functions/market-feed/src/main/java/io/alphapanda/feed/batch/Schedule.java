package io.alphapanda.feed.batch;

import java.time.Duration;
import java.time.Instant;

/// When ticks are due on the wall clock. The first tick is due at once, a later one as much event time after it,
/// divided by the speed. Event time that runs backwards counts as standing still, so nobody waits twice for it.
public final class Schedule {

    private final Speed speed;
    private boolean started;
    private Instant anchor = Instant.EPOCH;
    private Instant firstEvent = Instant.EPOCH;
    private Instant latestEvent = Instant.EPOCH;

    public Schedule(Speed speed) {
        this.speed = speed;
    }

    /// @param eventTime of the next tick
    /// @param now       the wall clock
    public Instant due(Instant eventTime, Instant now) {
        return switch (speed) {
            case Speed.Max() -> now;
            case Speed.Times(int factor) -> due(eventTime, now, factor);
        };
    }

    private Instant due(Instant eventTime, Instant now, int factor) {
        if (!started) {
            started = true;
            anchor = now;
            firstEvent = eventTime;
            latestEvent = eventTime;
        }
        if (eventTime.isAfter(latestEvent)) {
            latestEvent = eventTime;
        }
        return anchor.plus(Duration.between(firstEvent, latestEvent).dividedBy(factor));
    }
}
