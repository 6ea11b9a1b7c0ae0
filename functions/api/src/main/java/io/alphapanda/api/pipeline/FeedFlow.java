package io.alphapanda.api.pipeline;

import io.alphapanda.stage.watch.FeedView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a feed is getting on, as it last said itself.
///
/// @param assetClass    whose ticks it publishes
/// @param source        where they come from
/// @param live          whether from a market that is open now
/// @param stream        their stream
/// @param state         `running`, `paused`, `ended`, `failed`, `waiting-for-lease`
/// @param trouble       what is in the way, for people; null if nothing is
/// @param ticks         published by this process
/// @param lastBatchAt   when its newest batch was acknowledged; null before the first
/// @param lastEventTime market time of its newest tick; null before the first
/// @param seenAt        when it said so
/// @param ageSeconds    how long ago that is
/// @param unread        batches the strategy-runner has not read, as Kafka's watcher saw them; null if nobody has
@Schema(description = "How a feed is getting on, as it last said itself")
public record FeedFlow(
        String assetClass,
        String source,
        boolean live,
        String stream,
        String state,
        Optional<String> trouble,
        long ticks,
        Optional<Instant> lastBatchAt,
        Optional<Instant> lastEventTime,
        Instant seenAt,
        long ageSeconds,
        Optional<Long> unread) {

    static FeedFlow of(FeedView view, Instant now, Optional<Long> unread) {
        return new FeedFlow(
                view.assetClass(),
                view.source(),
                view.live(),
                view.stream(),
                view.state(),
                view.trouble(),
                view.ticks(),
                view.lastBatchAt(),
                view.lastEventTime(),
                view.at(),
                Math.max(0, Duration.between(view.at(), now).toSeconds()),
                unread);
    }
}
