package io.alphapanda.local.launcher;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.kafkasource.BackoffPolicy;
import io.alphapanda.local.kafkasource.DeadLetterTopic;
import io.alphapanda.local.kafkasource.Delivery;
import io.alphapanda.local.kafkasource.InitialOffset;
import io.alphapanda.local.kafkasource.KafkaSourceSpec;
import io.alphapanda.local.kafkasource.KeyType;
import io.alphapanda.local.kafkasource.Ordering;
import io.alphapanda.local.pingsource.PingSourceSpec;
import io.alphapanda.topics.TopicPlan;
import io.alphapanda.topics.TopicSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Topics, KafkaSources and PingSources, as the manifests of a cluster have them.
final class Wiring {

    /// Partitions of the tick topics, and so the number of shards.
    static final int SHARDS = 4;

    static final int LANE_PARTITIONS = 4;

    private static final String NAMESPACE = "alpha-panda";
    private static final String MARKET = "market";

    /// Forty retries, after 0.8 s, 1.6 s and so on to 32 s: 10.9 minutes. Waits that double would hold up what follows
    /// for minutes after a store is back, or a busy machine idle.
    private static final int RETRIES = 40;

    private static final Duration BACKOFF = Duration.ofMillis(800);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Wiring() {}

    /// How long records are kept is left to the broker: a run plays ticks of long ago.
    static List<TopicSpec> topics(Collection<Broker> brokers) {
        return new TopicPlan(SHARDS, LANE_PARTITIONS, Optional.empty()).topics(brokers);
    }

    static KafkaSourceSpec strategyRunner(AssetClass assetClass, Room room) {
        return source(
                "strategy-runner-" + assetClass.label() + "-ticks",
                Topics.ticks(assetClass),
                ConsumerGroups.strategyRunner(assetClass),
                Ordering.ORDERED,
                room,
                MARKET);
    }

    static KafkaSourceSpec riskManager(Broker broker, Room room) {
        return source(
                "risk-manager-" + broker,
                Topics.signalsRaw(broker),
                ConsumerGroups.riskManager(broker),
                Ordering.UNORDERED,
                room,
                broker.name());
    }

    static KafkaSourceSpec tradingEngine(Broker broker, Room room) {
        return source(
                "trading-engine-" + broker,
                Topics.signalsValidated(broker),
                ConsumerGroups.tradingEngine(broker),
                Ordering.UNORDERED,
                room,
                broker.name());
    }

    static KafkaSourceSpec portfolioManager(Broker broker, Room room) {
        return source(
                "portfolio-manager-" + broker,
                Topics.ordersFilled(broker),
                ConsumerGroups.portfolioManager(broker),
                Ordering.ORDERED,
                room,
                broker.name());
    }

    /// Asks the lane's portfolio-manager for its portfolios' worth.
    ///
    /// @param every how often
    static PingSourceSpec snapshots(Broker broker, Room room, Duration every) {
        var stamps = new TreeMap<String, String>();
        stamps.put("lane", broker.name());
        stamps.put("topic", Topics.pnlSnapshots(broker));
        return new PingSourceSpec(
                NAMESPACE,
                "snapshots-" + broker,
                every,
                "{\"broker\":\"" + broker + "\",\"task\":\"SNAPSHOT\"}",
                room.sink(),
                stamps);
    }

    private static KafkaSourceSpec source(
            String name, String topic, String group, Ordering ordering, Room room, String lane) {
        var stamps = new TreeMap<String, String>();
        stamps.put("lane", lane);
        stamps.put("topic", topic);
        return new KafkaSourceSpec(
                NAMESPACE,
                name,
                List.of(topic),
                group,
                InitialOffset.EARLIEST,
                ordering,
                1,
                room.sink(),
                stamps,
                new Delivery(
                        RETRIES,
                        BackoffPolicy.LINEAR,
                        BACKOFF,
                        TIMEOUT,
                        Optional.of(new DeadLetterTopic(Topics.deadLetter(topic)))),
                KeyType.STRING);
    }
}
