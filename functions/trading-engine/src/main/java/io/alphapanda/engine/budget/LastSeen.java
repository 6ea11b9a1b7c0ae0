package io.alphapanda.engine.budget;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.meter.Meters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What each account had left when this process last asked, for the metric. A window that has ended is whole again.
final class LastSeen {

    private final Meters meters;
    private final InstantSource clock;
    private final Map<Key, Sight> sights = new ConcurrentHashMap<>();

    private record Key(Broker broker, Window window) {}

    private record Sight(Instant end, int limit, int remaining) {

        /// Answers may overtake each other: the later window counts, and in one window what was lower.
        Sight orNewer(Sight other) {
            int order = end.compareTo(other.end);
            return order > 0 || (order == 0 && remaining <= other.remaining) ? this : other;
        }
    }

    LastSeen(Meters meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void saw(Broker broker, Window window, Instant end, int limit, int remaining) {
        var key = new Key(broker, window);
        var sight = new Sight(end, limit, remaining);
        if (sights.putIfAbsent(key, sight) == null) {
            meters.show(BudgetMeters.REMAINING, () -> remaining(key), broker.name(), window.label());
        } else {
            sights.computeIfPresent(key, (_, before) -> sight.orNewer(before));
        }
    }

    private int remaining(Key key) {
        var sight = sights.get(key);
        return clock.instant().isBefore(sight.end()) ? sight.remaining() : sight.limit();
    }
}
