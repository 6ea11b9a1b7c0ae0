package io.alphapanda.feed.pace;

/// How far the feed may run ahead of its followers.
///
/// @param enabled               false: they are not waited for
/// @param maxUnprocessedBatches batches the strategy-runner has not read
/// @param maxLaneLag            records any one lane's stage has not read
public record PaceBounds(boolean enabled, long maxUnprocessedBatches, long maxLaneLag) {}
