package io.alphapanda.topics;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The shape of every topic, by its role. Dead letters have one partition, and room for the headers beside a record of
/// the largest size.
///
/// @param tickPartitions partitions of the tick topics, which is the number of shards
/// @param lanePartitions partitions of every other topic, and so the most a stage of a lane scales to
/// @param keeping        how long records are kept; empty leaves it to the broker
public record TopicPlan(int tickPartitions, int lanePartitions, Optional<Keeping> keeping) {

    private static final String LARGEST_DEAD_LETTER = "16777216";

    /// How long records are kept.
    ///
    /// @param ticks       recorded market data
    /// @param lanes       a lane's events and the control events; the ledger has all of them for good
    /// @param deadLetters what could not be delivered
    public record Keeping(Duration ticks, Duration lanes, Duration deadLetters) {}

    /// Every topic of these lanes, the shared ones and the dead letters.
    public List<TopicSpec> topics(Collection<Broker> brokers) {
        var ticks = Stream.of(AssetClass.values()).map(Topics::ticks).toList();
        var specs = new ArrayList<TopicSpec>();
        for (var topic : Topics.house(List.of(AssetClass.values()), brokers)) {
            boolean ofTicks = ticks.contains(topic);
            specs.add(new TopicSpec(
                    topic, ofTicks ? tickPartitions : lanePartitions, kept(ofTicks ? Keeping::ticks : Keeping::lanes)));
            specs.add(new TopicSpec(Topics.deadLetter(topic), 1, deadLetters()));
        }
        return List.copyOf(specs);
    }

    private Map<String, String> deadLetters() {
        var config = new HashMap<>(kept(Keeping::deadLetters));
        config.put("max.message.bytes", LARGEST_DEAD_LETTER);
        return config;
    }

    private Map<String, String> kept(Function<Keeping, Duration> role) {
        return keeping.map(each ->
                        Map.of("retention.ms", Long.toString(role.apply(each).toMillis())))
                .orElse(Map.of());
    }
}
