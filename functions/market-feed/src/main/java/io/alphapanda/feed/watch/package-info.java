/// Looks at Kafka for those who don't speak it, and tells how this feed is getting on. In this room, because it is the
/// one that never scales to zero and has Kafka at hand.
package io.alphapanda.feed.watch;
