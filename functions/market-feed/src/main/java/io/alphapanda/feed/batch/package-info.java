/// From ticks to numbered batches, without clock or network: which shard, which ordinal, when due, when cut.
package io.alphapanda.feed.batch;
