/// The market feed: reads one source of ticks and publishes it as numbered batches, exactly once over any number of
/// restarts.
///
/// ```
///  source ──▶ numbering ──▶ schedule ──▶ batcher ──▶ pace ──▶ last prices ──▶ topic
///  (file,     (shard,       (due when)   (500 ticks,  (lanes'   (Redis)         market.<asset class>.ticks,
///   walk)      ordinal)                   50 ms)       lag)                      partition = shard
/// ```
///
/// A live source can't be read from its beginning: [io.alphapanda.feed.LivePass] takes the place of the pass below, and
/// [io.alphapanda.feed.live] says what else is different.
///
/// One thread drives all of it. Start and recovery are one path, [io.alphapanda.feed.FeedPass]: take the lease, read
/// from the topic how far the stream has come, read the source from its beginning, skip what is published.
package io.alphapanda.feed;
