package io.alphapanda.stage.broker;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brokers as a configuration makes them.
public final class SomeBrokers {

    private SomeBrokers() {}

    /// The lanes `paper` and `paper-b`, with defaults.
    public static Brokers paperAndPaperB() {
        return of(Map.of(), "paper", "paper-b");
    }

    /// Accounts `paper` and `paper-b` are configured, and what `properties` add.
    public static Brokers of(Map<String, String> properties, String... active) {
        var all = new HashMap<>(properties);
        all.put("panda.brokers.paper.kind", "paper");
        all.put("panda.brokers.paper-b.kind", "paper");
        var config = new SmallRyeConfigBuilder()
                .withMapping(BrokersConfiguration.class)
                .withSources(new PropertiesConfigSource(all, "test", 500))
                .build();
        return new Brokers(config.getConfigMapping(BrokersConfiguration.class).brokers(), List.of(active));
    }
}
