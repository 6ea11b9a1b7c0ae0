package io.alphapanda.feed;

import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.feed.status.LiveProgress.Dropped;
import io.alphapanda.feed.status.LiveProgress.LeftOut;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How listening to a live source goes.
///
/// @param origin            whom it listens to: `ws.kite.trade`, or a simulator on this machine
/// @param connections       that stand now
/// @param connectionsWanted that the day's instruments take; 0 before they are known
/// @param reconnects        connections that stood again
/// @param muted             connections given up because nothing came over them
/// @param watched           instruments listened to
/// @param leftOut           configured and not listened to, with the reason
/// @param frames            received
/// @param unknownPackets    that could not be read
/// @param dropped           ticks received and not published, by reason
/// @param lastFrame         when it came
/// @param lastTick          when it came
/// @param stalled           the market is open and no tick comes
/// @param stalls            how often that began
@RegisterForReflection(targets = {LiveStatus.class, LiveStatus.NotWatched.class, LeftOut.class})
public record LiveStatus(
        String origin,
        int connections,
        int connectionsWanted,
        long reconnects,
        long muted,
        int watched,
        NotWatched leftOut,
        long frames,
        long unknownPackets,
        Map<String, Long> dropped,
        Optional<Instant> lastFrame,
        Optional<Instant> lastTick,
        boolean stalled,
        long stalls) {

    private static final int SHOWN = 100;

    /// @param count all of them
    /// @param first the first hundred
    public record NotWatched(int count, List<LeftOut> first) {}

    static LiveStatus of(LiveProgress live) {
        var dropped = new TreeMap<String, Long>();
        for (var reason : Dropped.values()) {
            dropped.put(reason.label(), live.dropped(reason));
        }
        var leftOut = live.leftOut();
        return new LiveStatus(
                live.origin(),
                live.connections(),
                live.wantedConnections(),
                live.reconnects(),
                live.mutes(),
                live.watched(),
                new NotWatched(leftOut.size(), leftOut.stream().limit(SHOWN).toList()),
                live.frames(),
                live.unknownPackets(),
                dropped,
                live.lastFrame(),
                live.lastTick(),
                live.isStalled(),
                live.stalls());
    }
}
