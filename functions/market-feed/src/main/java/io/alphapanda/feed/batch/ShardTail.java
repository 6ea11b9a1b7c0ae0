package io.alphapanda.feed.batch;

/// How far a stream has come in a shard, as the topic shows it.
public sealed interface ShardTail {

    /// Nothing of this stream is there.
    record Fresh() implements ShardTail {}

    /// @param n        the last batch there
    /// @param position of its last tick in the source
    record Behind(long n, long position) implements ShardTail {}

    /// The stream has been closed in this shard.
    ///
    /// @param n the closing batch
    record Closed(long n) implements ShardTail {}

    /// How many batches of the stream are there.
    default long batches() {
        return switch (this) {
            case Fresh() -> 0;
            case Behind behind -> behind.n();
            case Closed(long n) -> n;
        };
    }

    /// The batch to go on with.
    default long nextN() {
        return switch (this) {
            case Fresh() -> 1;
            case Behind behind -> behind.n() + 1;
            case Closed _ -> throw new IllegalStateException("a closed shard takes no batch");
        };
    }

    /// Whether the tick at this position has been published already.
    default boolean holds(long position) {
        return switch (this) {
            case Fresh() -> false;
            case Behind behind -> position <= behind.position();
            case Closed _ -> true;
        };
    }
}
