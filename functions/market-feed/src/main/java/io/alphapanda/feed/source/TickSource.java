package io.alphapanda.feed.source;

/// A sequence of ticks in arrival order that can be read from its beginning any number of times, always the same.
public interface TickSource {

    /// @throws UnreadableSourceException if there is nothing to read, saying what and how to fix it
    Ticks open();
}
