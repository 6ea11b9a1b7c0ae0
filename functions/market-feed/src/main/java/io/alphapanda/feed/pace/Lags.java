package io.alphapanda.feed.pace;

import java.util.Map;

/// How far every follower is behind, as last seen.
///
/// @param byGroup     unread records
/// @param batchesSent batches the feed had sent when this was looked at; what it sent since comes on top
public record Lags(Map<Follower, Long> byGroup, long batchesSent) {

    public Lags {
        byGroup = Map.copyOf(byGroup);
    }

    /// Whether one more batch may be sent.
    ///
    /// @param sent batches the feed has sent by now
    boolean leaveRoom(PaceBounds bounds, long sent) {
        for (var each : byGroup.entrySet()) {
            long unread = each.getKey().ofBatches() ? each.getValue() + sent - batchesSent : each.getValue();
            long bound = each.getKey().ofBatches() ? bounds.maxUnprocessedBatches() : bounds.maxLaneLag();
            if (unread >= bound) {
                return false;
            }
        }
        return true;
    }
}
