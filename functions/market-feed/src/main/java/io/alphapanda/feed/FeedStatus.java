package io.alphapanda.feed;

import io.alphapanda.feed.source.BrokenLines.BrokenLine;
import io.alphapanda.feed.source.FeedSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What `GET /status` answers.
///
/// @param stream         what is published
/// @param assetClass     on which topic
/// @param source         as configured
/// @param speed          as configured
/// @param epoch          of the lease, 0 before the first
/// @param state          see [io.alphapanda.feed.status.FeedState]
/// @param trouble        what is in the way; absent when nothing is
/// @param ticksRead      in this pass over the source
/// @param ticksInStream  published by whomever, acknowledged; on the way back to where a pass stopped, those come by.
/// Of a live stream, since this pass began: nobody reads back the rest
/// @param batchesInStream likewise
/// @param ticksPublished by this process, acknowledged, over all its passes
/// @param batches        likewise
/// @param brokenLines    that could not be read
/// @param skipped        ticks that had been published before this pass
/// @param ticksPerSecond published, from the first batch to the last
/// @param pausedSeconds  waited for followers or infrastructure
/// @param lag            unread records by consumer group; empty until Kafka has answered
/// @param lastEventTime  of the last published tick
/// @param live           how listening goes; absent for a recorded source
@RegisterForReflection
public record FeedStatus(
        String stream,
        String assetClass,
        String source,
        String speed,
        long epoch,
        String state,
        Optional<String> trouble,
        long ticksRead,
        long ticksInStream,
        long batchesInStream,
        long ticksPublished,
        long batches,
        Broken brokenLines,
        long skipped,
        double ticksPerSecond,
        double pausedSeconds,
        Map<String, Long> lag,
        Optional<Instant> lastEventTime,
        Optional<LiveStatus> live) {

    private static final double MILLIS = 1_000.0;
    private static final double TENTHS = 10.0;

    /// @param count all of them
    /// @param first the first twenty
    @RegisterForReflection
    public record Broken(long count, List<BrokenLine> first) {}

    static FeedStatus of(Feed feed) {
        var settings = feed.settings();
        var progress = feed.progress();
        var lag = new TreeMap<String, Long>();
        feed.lags().ifPresent(lags -> lags.byGroup().forEach((each, unread) -> lag.put(each.group(), unread)));
        return new FeedStatus(
                feed.stream().value(),
                settings.assetClass().label(),
                settings.sourceName(),
                settings.speed().toString(),
                progress.epoch(),
                progress.state().label(),
                progress.trouble().or(() -> progress.live().trouble()),
                progress.ticksRead(),
                progress.ticksInStream(),
                progress.batchesInStream(),
                progress.ticksPublished(),
                progress.batches(),
                new Broken(
                        progress.brokenLines().count(), progress.brokenLines().first()),
                progress.ticksSkipped(),
                Math.round(progress.ticksPerSecond() * TENTHS) / TENTHS,
                progress.pausedFor().toMillis() / MILLIS,
                lag,
                progress.lastEventTime(),
                settings.source() instanceof FeedSource.Live
                        ? Optional.of(LiveStatus.of(progress.live()))
                        : Optional.empty());
    }
}
