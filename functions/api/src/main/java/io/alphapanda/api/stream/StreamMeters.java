package io.alphapanda.api.stream;

import static io.alphapanda.stage.meter.Meter.counter;
import static io.alphapanda.stage.meter.Meter.gauge;

import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// What the stream records.
public final class StreamMeters {

    static final Meter CLIENTS = gauge("panda.stream.clients", "Clients that listen to the stream.");

    static final Meter REFUSED =
            counter("panda.stream.refused", "Clients refused because as many as may listen already did.");

    static final Meter DROPPED = counter(
            "panda.stream.dropped",
            "Clients cut off because they did not read, or could not be told what they missed.");

    static final Meter LOOKS = counter(
            "panda.stream.looks",
            "Looks at a topic's source; they depend on time, not on how many listen, and there are none while nobody"
                    + " does.",
            "topic");

    /// In the order of the page.
    public static final List<Meter> ALL = List.of(CLIENTS, REFUSED, DROPPED, LOOKS);

    private StreamMeters() {}
}
