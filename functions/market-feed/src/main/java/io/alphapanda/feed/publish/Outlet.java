package io.alphapanda.feed.publish;

import io.alphapanda.domain.market.TickBatch;

/// Where finished batches go, each shard's in its order.
public interface Outlet {

    /// Blocks while there is no room.
    void publish(TickBatch batch);

    /// Returns when every batch is acknowledged.
    ///
    /// @throws io.alphapanda.stage.trouble.TransientException if one was not
    void settle();
}
