package io.alphapanda.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// What topics are made like. Those that exist are not changed.
@ConfigMapping(prefix = "panda.topics")
interface TopicsConfiguration {

    /// Partitions of the tick topics, which is the number of shards: equals `panda.feed.shards`. 1 to 256.
    @WithDefault("4")
    int tickPartitions();

    /// Partitions of every other topic, the most a stage of a lane scales to. 1 to 256; dead letters always have 1.
    @WithDefault("4")
    int lanePartitions();

    /// Copies of every topic, 1 to 32; unset, what the brokers have as `default.replication.factor`.
    Optional<Integer> replication();

    /// How long ticks are kept, at least an hour.
    @WithDefault("7d")
    Duration keepTicks();

    /// How long a lane's events and the control events are kept, at least an hour; the ledger keeps them for good.
    @WithDefault("30d")
    Duration keepLanes();

    /// How long dead letters are kept, at least an hour.
    @WithDefault("90d")
    Duration keepDeadLetters();
}
