package io.alphapanda.feed.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import java.util.Set;

/// A trading day of a live source.
public interface LiveDay {

    StreamId stream();

    /// What may come; whose ordinals the feed must know before it goes on.
    Set<InstrumentId> instruments();

    /// Begins to listen; returns at once, whatever the source's servers do.
    LiveTicks open();
}
