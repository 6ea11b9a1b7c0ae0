package io.alphapanda.api.stream;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;

/// Where a state comes from.
interface Watch {

    StreamTopic topic();

    /// From the end of a look to the next.
    Duration every();

    /// The present state: the JSON of each item, by what names it. Bounded.
    Uni<Map<String, byte[]>> look();
}
