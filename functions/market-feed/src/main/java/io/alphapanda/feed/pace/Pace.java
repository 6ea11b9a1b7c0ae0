package io.alphapanda.feed.pace;

import io.alphapanda.feed.clock.FeedClock;
import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.feed.status.FeedState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Holds the feed back while its followers are too far behind.
public final class Pace {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final PaceBounds bounds;
    private final Supplier<Optional<Lags>> lags;
    private final FeedProgress progress;
    private final FeedClock clock;

    /// @param lags the latest look; nothing is sent before the first
    public Pace(PaceBounds bounds, Supplier<Optional<Lags>> lags, FeedProgress progress, FeedClock clock) {
        this.bounds = bounds;
        this.lags = lags;
        this.progress = progress;
        this.clock = clock;
    }

    /// Returns when one more batch may be sent.
    public void awaitRoom() {
        if (!bounds.enabled() || hasRoom()) {
            return;
        }
        var since = clock.now();
        progress.is(FeedState.PAUSED);
        while (!hasRoom()) {
            clock.sleep(BETWEEN_LOOKS);
            var now = clock.now();
            progress.paused(Duration.between(since, now));
            since = now;
        }
        progress.is(FeedState.RUNNING);
    }

    private boolean hasRoom() {
        return lags.get()
                .map(each -> each.leaveRoom(bounds, progress.batchesSent()))
                .orElse(false);
    }
}
