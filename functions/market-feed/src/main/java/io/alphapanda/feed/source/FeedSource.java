package io.alphapanda.feed.source;

import io.alphapanda.domain.market.StreamId;
import io.alphapanda.feed.live.LiveSource;
import java.time.Instant;

/// What the feed publishes.
public sealed interface FeedSource {

    /// The stream that is published at `now`.
    StreamId stream(Instant now);

    /// Ticks that can be read as often as it takes; the feed is done when they are published.
    record Replay(StreamId stream, TickSource ticks) implements FeedSource {
        @Override
        public StreamId stream(Instant now) {
            return stream;
        }
    }

    /// Ticks that come once; the feed is never done.
    record Live(LiveSource source) implements FeedSource {
        @Override
        public StreamId stream(Instant now) {
            return source.day(now).stream();
        }
    }
}
