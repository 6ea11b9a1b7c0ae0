package io.alphapanda.feed;

import io.alphapanda.feed.source.FeedSource;
import io.alphapanda.stage.watch.FeedView;
import java.time.Instant;

/// The feed as the read layer shows it.
final class FeedViews {

    private FeedViews() {}

    static FeedView of(Feed feed) {
        var settings = feed.settings();
        var progress = feed.progress();
        var now = Instant.now();
        return new FeedView(
                settings.assetClass().label(),
                now,
                settings.sourceName(),
                settings.source() instanceof FeedSource.Live,
                feed.stream().value(),
                progress.state().label(),
                progress.trouble().or(() -> progress.live().trouble()),
                progress.ticksPublished(),
                progress.sinceLastBatch().map(now::minus),
                progress.lastEventTime());
    }
}
