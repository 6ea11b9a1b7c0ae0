package io.alphapanda.feed.status;

import java.util.Locale;

/// What the feed is doing.
public enum FeedState {
    /// Another publisher has the asset class, or the database does not answer.
    WAITING_FOR_LEASE,
    RUNNING,
    /// It could publish but waits: for its followers, or for Kafka, Redis or the database.
    PAUSED,
    /// The source is published to its end and closed.
    ENDED,
    /// It can't go on; somebody has to look.
    FAILED;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
