package io.alphapanda.feed.live;

import java.time.Instant;

/// Where live ticks come from, day after day.
public interface LiveSource extends AutoCloseable {

    LiveDay day(Instant now);

    @Override
    void close();
}
