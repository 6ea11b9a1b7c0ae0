package io.alphapanda.local.proof.house;

import io.alphapanda.local.kafkasource.KafkaSource;
import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Violation;
import java.util.HashMap;
import java.util.Map;

/// Whether each source gets on with what lies before it.
final class Partitions {

    /// A source with something before it delivers something in so long.
    private static final long STUCK_AFTER_NANOS = 60_000_000_000L;

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(long delivered, long at) {}

    /// @throws Violation naming the source that stands
    void look(PlayedHouse house) {
        house.sources().forEach(each -> look(each, System.nanoTime()));
    }

    private void look(KafkaSource source, long now) {
        var stats = source.stats();
        look(source.spec().name(), stats.delivered(), stats.lag().orElse(0), now);
    }

    void look(String source, long delivered, long lag, long now) {
        var before = seen.get(source);
        if (before == null || lag == 0 || delivered > before.delivered) {
            seen.put(source, new Seen(delivered, now));
        } else if (now - before.at > STUCK_AFTER_NANOS) {
            throw new Violation(source + " stands: " + lag + " records lie before it, none was delivered for "
                    + (now - before.at) / 1_000_000_000 + " s");
        }
    }

    /// @throws Violation if it does not come to an end with what lies there
    void requireCaughtUp(PlayedHouse house) {
        long began = System.nanoTime();
        while (house.sources().stream().anyMatch(each -> each.stats().lag().orElse(1) > 0)) {
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new Violation("a minute later a source is still behind");
            }
            Pause.of(20);
        }
    }
}
