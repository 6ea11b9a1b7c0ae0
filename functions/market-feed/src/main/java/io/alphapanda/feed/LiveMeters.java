package io.alphapanda.feed;

import static io.alphapanda.stage.meter.Meter.counter;
import static io.alphapanda.stage.meter.Meter.gauge;

import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.stage.meter.Meter;
import io.alphapanda.stage.meter.Meters;
import java.util.List;

/// What a feed with a live source records besides; all zero for a recorded one.
final class LiveMeters {

    static final Meter CONNECTIONS =
            gauge("panda.feed.live.connections", "Connections to the live source that stand now.");

    static final Meter WANTED = gauge(
            "panda.feed.live.connections.wanted", "Connections the day's instruments take, 0 before they are known.");

    static final Meter RECONNECTS =
            counter("panda.feed.live.reconnects", "Connections that stood again after they had been lost.");

    static final Meter MUTED = counter(
            "panda.feed.live.connections.muted", "Connections given up because not a single frame came over them.");

    static final Meter FRAMES = counter("panda.feed.live.frames", "Frames of prices received, heartbeats included.");

    static final Meter UNKNOWN = counter(
            "panda.feed.live.unknown.packets",
            "Packets whose length or segment nobody has documented, and broken frames.");

    static final Meter DROPPED = counter(
            "panda.feed.live.dropped",
            "Ticks received and not published: a newer one took their place because the feed could not keep up"
                    + " (`overflow`), publishing broke off (`pass`), another day's (`other-day`), without a price"
                    + " (`unpriced`), of an instrument nobody asked for (`unasked`).",
            "reason");

    static final Meter STALLED =
            gauge("panda.feed.live.stalled", "1 while the market is open and no tick comes, whatever the reason.");

    static final Meter STALLS = counter("panda.feed.live.stalls", "How often that began.");

    static final Meter INSTRUMENTS = gauge(
            "panda.feed.live.instruments",
            "Instruments listened to (`watched`) and configured but not (`left-out`).",
            "kind");

    /// In the order of the page.
    static final List<Meter> ALL =
            List.of(CONNECTIONS, WANTED, RECONNECTS, MUTED, FRAMES, UNKNOWN, DROPPED, STALLED, STALLS, INSTRUMENTS);

    private LiveMeters() {}

    static void show(Meters meters, LiveProgress live) {
        meters.show(CONNECTIONS, live::connections);
        meters.show(WANTED, live::wantedConnections);
        meters.follow(RECONNECTS, live::reconnects);
        meters.follow(MUTED, live::mutes);
        meters.follow(FRAMES, live::frames);
        meters.follow(UNKNOWN, live::unknownPackets);
        for (var reason : LiveProgress.Dropped.values()) {
            meters.follow(DROPPED, () -> live.dropped(reason), reason.label());
        }
        meters.show(STALLED, () -> live.isStalled() ? 1 : 0);
        meters.follow(STALLS, live::stalls);
        meters.show(INSTRUMENTS, live::watched, "watched");
        meters.show(INSTRUMENTS, () -> live.leftOut().size(), "left-out");
    }
}
