package io.alphapanda.local.launcher;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.pingsource.PingSource;
import java.time.Duration;
import java.util.List;

/// The timers that ask each lane what its portfolios are worth.
final class Snapshots implements AutoCloseable {

    static final String KEY = "panda.snapshots.every";

    private static final Duration DEFAULT = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final List<PingSource> sources;

    private Snapshots(List<PingSource> sources) {
        this.sources = sources;
    }

    static Snapshots start(List<Broker> brokers, RoomPlan plan, Duration every) {
        return new Snapshots(brokers.stream()
                .map(each -> PingSource.start(Wiring.snapshots(each, plan.serving("portfolio-manager", each), every)))
                .toList());
    }

    /// How often, as the configuration says.
    ///
    /// @throws StartException naming the key, its value and its bounds
    static Duration every(Settings settings) {
        var text = settings.find(KEY);
        if (text.isEmpty()) {
            return DEFAULT;
        }
        try {
            var every = Duration.parse("PT" + text.get());
            if (every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0) {
                return every;
            }
        } catch (java.time.format.DateTimeParseException _) {
            // Told below, like an interval out of bounds.
        }
        throw new StartException(
                "%s '%s' must be from 1s to 24h, such as 30s or 5m; correct it or remove it for the default of 5m"
                        .formatted(KEY, text.get()));
    }

    /// Asks every lane once, beside the schedule, and waits for it.
    void takeNow() {
        sources.forEach(PingSource::fire);
    }

    @Override
    public void close() {
        sources.forEach(PingSource::close);
    }
}
