package io.alphapanda.feed.source;

import java.util.Optional;

/// One reading of a source, tick by tick. Not thread-safe, except for its broken lines.
public interface Ticks extends AutoCloseable {

    /// The next tick; empty at the end.
    ///
    /// @throws UnreadableSourceException if the source breaks off
    Optional<SourceTick> next();

    /// What could not be read so far.
    BrokenLines brokenLines();

    @Override
    void close();
}
