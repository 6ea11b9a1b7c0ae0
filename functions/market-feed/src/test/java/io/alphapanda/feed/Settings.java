package io.alphapanda.feed;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.feed.batch.BatchLimits;
import io.alphapanda.feed.batch.Speed;
import io.alphapanda.feed.live.LiveSource;
import io.alphapanda.feed.pace.PaceBounds;
import io.alphapanda.feed.source.FeedSource;
import io.alphapanda.feed.source.TickSource;
import java.time.Duration;

/// Settings for tests.
final class Settings {

    static final int SHARDS = 4;

    private Settings() {}

    static FeedSettings atFullSpeed(String stream, AssetClass assetClass, TickSource source) {
        return new FeedSettings(
                assetClass,
                "test",
                new FeedSource.Replay(new StreamId(stream), source),
                Speed.of("max"),
                SHARDS,
                750,
                new BatchLimits(100, BatchLimits.Measure.EVENT_TIME, Duration.ofHours(1)),
                new PaceBounds(false, 64, 400),
                Duration.ofSeconds(5));
    }

    static FeedSettings atSpeed(String speed, TickSource source) {
        return new FeedSettings(
                AssetClass.EQUITY,
                "test",
                new FeedSource.Replay(new StreamId("live"), source),
                Speed.of(speed),
                SHARDS,
                750,
                new BatchLimits(500, BatchLimits.Measure.DUE_TIME, Duration.ofMillis(50)),
                new PaceBounds(false, 64, 400),
                Duration.ofSeconds(5));
    }

    static FeedSettings live(AssetClass assetClass, LiveSource source) {
        return new FeedSettings(
                assetClass,
                "test",
                new FeedSource.Live(source),
                Speed.of("1x"),
                SHARDS,
                750,
                new BatchLimits(500, BatchLimits.Measure.DUE_TIME, Duration.ofMillis(50)),
                new PaceBounds(false, 64, 400),
                Duration.ofSeconds(5));
    }
}
