package io.alphapanda.topics;

import java.util.Map;
import java.util.regex.Pattern;

/// A topic as it should exist: its partitions and the configuration entries that differ from the broker's defaults.
public record TopicSpec(String name, int partitions, Map<String, String> config) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final int MOST_PARTITIONS = 256;

    public TopicSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("topic name must match %s but is '%s'".formatted(NAME, name));
        }
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new IllegalArgumentException("partitions of topic %s must be between 1 and %d but are %d"
                    .formatted(name, MOST_PARTITIONS, partitions));
        }
        config = Map.copyOf(config);
    }

    /// A topic with the broker's defaults.
    public TopicSpec(String name, int partitions) {
        this(name, partitions, Map.of());
    }
}
