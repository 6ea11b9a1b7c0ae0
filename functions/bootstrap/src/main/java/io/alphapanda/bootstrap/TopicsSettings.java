package io.alphapanda.bootstrap;

import io.alphapanda.topics.TopicPlan;
import java.time.Duration;
import java.util.Optional;

/// The configuration of topics, checked.
///
/// @param plan        their shapes
/// @param replication copies of each; empty leaves it to the brokers
record TopicsSettings(TopicPlan plan, Optional<Short> replication) {

    private static final int MOST_PARTITIONS = 256;
    private static final int MOST_COPIES = 32;
    private static final Duration SHORTEST = Duration.ofHours(1);

    /// @throws StepException naming the key, its value and its bound
    static TopicsSettings of(TopicsConfiguration configuration) {
        var keeping = new TopicPlan.Keeping(
                kept("keep-ticks", configuration.keepTicks()),
                kept("keep-lanes", configuration.keepLanes()),
                kept("keep-dead-letters", configuration.keepDeadLetters()));
        return new TopicsSettings(
                new TopicPlan(
                        bounded("tick-partitions", configuration.tickPartitions(), MOST_PARTITIONS),
                        bounded("lane-partitions", configuration.lanePartitions(), MOST_PARTITIONS),
                        Optional.of(keeping)),
                configuration.replication().map(each -> (short) bounded("replication", each, MOST_COPIES)));
    }

    private static int bounded(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new StepException(
                    "panda.topics.%s must be between 1 and %d but is %d; change it".formatted(key, most, value));
        }
        return value;
    }

    private static Duration kept(String key, Duration value) {
        if (value.compareTo(SHORTEST) < 0) {
            throw new StepException("panda.topics.%s must be at least %s but is %s; write it as 7d or 12h"
                    .formatted(key, SHORTEST, value));
        }
        return value;
    }
}
