package io.alphapanda.stage.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/// Records meters. Values of labels come in the order the meter names them.
///
/// What has been recorded once is kept by its label values, so that recording it again costs one look-up.
@Singleton
public final class Meters {

    /// For quantiles of what takes milliseconds when all is well.
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    /// Of what is paid beyond a price, in basis points.
    private static final double[] BPS = {1, 2, 5, 10, 25, 50, 100, 250, 1_000};

    private final MeterRegistry registry;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Key, DistributionSummary> amounts = new ConcurrentHashMap<>();
    private final Map<Key, Gauge> gauges = new ConcurrentHashMap<>();

    /// The registry keeps only weak references to these.
    private final List<DoubleSupplier> followed = new CopyOnWriteArrayList<>();

    /// A meter for one set of label values.
    private record Key(Meter meter, List<String> values) {

        Key {
            if (values.size() != meter.labels().size()) {
                throw new IllegalArgumentException(
                        meter.name() + " has the labels " + meter.labels() + ", not values for them: " + values);
            }
        }

        Tags tags() {
            var tags = new ArrayList<Tag>();
            for (int i = 0; i < values.size(); i++) {
                tags.add(Tag.of(meter.labels().get(i), values.get(i)));
            }
            return Tags.of(tags);
        }
    }

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void count(Meter meter, String... values) {
        count(meter, 1, values);
    }

    /// @param by zero only makes the counter known
    public void count(Meter meter, long by, String... values) {
        counters.computeIfAbsent(key(meter, values), this::counter).increment(by);
    }

    /// @param nanos how long it took
    public void time(Meter meter, long nanos, String... values) {
        timers.computeIfAbsent(key(meter, values), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    /// @param bps basis points, zero or more: of less nothing is recorded
    public void measure(Meter meter, double bps, String... values) {
        amounts.computeIfAbsent(key(meter, values), this::amount).record(bps);
    }

    /// A counter that is kept elsewhere; it must only go up.
    public void follow(Meter meter, DoubleSupplier total, String... values) {
        var key = key(meter, values);
        FunctionCounter.builder(meter.name(), total, DoubleSupplier::getAsDouble)
                .description(meter.meaning())
                .tags(key.tags())
                .register(registry);
        followed.add(total);
    }

    /// Shows a value from now on; the one shown before under the same labels is replaced.
    public void show(Meter meter, DoubleSupplier value, String... values) {
        gauges.compute(key(meter, values), (key, before) -> {
            if (before != null) {
                registry.remove(before);
            }
            return Gauge.builder(key.meter().name(), value::getAsDouble)
                    .description(key.meter().meaning())
                    .tags(key.tags())
                    .strongReference(true)
                    .register(registry);
        });
    }

    /// Shows a value no longer.
    public void hide(Meter meter, String... values) {
        gauges.computeIfPresent(key(meter, values), (_, gauge) -> {
            registry.remove(gauge);
            return null;
        });
    }

    private static Key key(Meter meter, String... values) {
        return new Key(meter, Arrays.asList(values));
    }

    private Counter counter(Key key) {
        return Counter.builder(key.meter().name())
                .description(key.meter().meaning())
                .tags(key.tags())
                .register(registry);
    }

    private Timer timer(Key key) {
        var timer = Timer.builder(key.meter().name())
                .description(key.meter().meaning())
                .tags(key.tags());
        return (key.meter().kind() == Meter.Kind.HISTOGRAM ? timer.serviceLevelObjectives(BUCKETS) : timer)
                .register(registry);
    }

    private DistributionSummary amount(Key key) {
        return DistributionSummary.builder(key.meter().name())
                .baseUnit("bps")
                .description(key.meter().meaning())
                .tags(key.tags())
                .serviceLevelObjectives(BPS)
                .register(registry);
    }
}
