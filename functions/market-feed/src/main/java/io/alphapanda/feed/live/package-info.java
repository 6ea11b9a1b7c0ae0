/// Sources that can't be read again: what happens now, and what is missed is missed. How they differ from a recorded
/// one, and what takes its place:
///
/// | | recorded | live |
/// |---|---|---|
/// | a stream | one run of a file | one trading day, `kite-2026-11-26` |
/// | who waits | the feed reads when it is ready | a bounded [io.alphapanda.feed.live.TickQueue] holds what comes |
/// | a restart | reads from the beginning, skips what is published | goes on from now, behind the topic's ordinals |
/// | what is lost | nothing | what came while nobody listened (not known), what is dropped here (counted) |
package io.alphapanda.feed.live;
