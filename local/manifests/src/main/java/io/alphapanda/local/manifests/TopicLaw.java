package io.alphapanda.local.manifests;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the house says of a topic: whose lane it is, how it is read, and by whom.
///
/// ```
/// market.<asset-class>.ticks     ordered     strategy-runner
/// {broker}.signals.raw           unordered   risk-manager
/// {broker}.signals.validated     unordered   trading-engine
/// {broker}.signals.rejected      unordered
/// {broker}.orders.filled         ordered     portfolio-manager
/// {broker}.orders.*, control.*   ordered
/// ```
///
/// @param lane    what `ce-lane` must say
/// @param ordered whether a KafkaSource must keep its order
/// @param stage   the stage that reads it; empty where none does
/// @param group   that stage's consumer group, at either door
public record TopicLaw(String topic, String lane, boolean ordered, Optional<String> stage, Optional<String> group) {

    public static final String MARKET = "market";

    /// The stages every lane has.
    public static final List<String> LANE_STAGES = List.of("risk-manager", "trading-engine", "portfolio-manager");

    /// Empty for a topic that is none of the house's.
    public static Optional<TopicLaw> of(String topic) {
        if (topic.equals(Topics.TRADING_STATE)) {
            return Optional.of(new TopicLaw(topic, "control", true, Optional.empty(), Optional.empty()));
        }
        return ticks(topic).or(() -> ofLane(topic));
    }

    private static Optional<TopicLaw> ticks(String topic) {
        return Stream.of(AssetClass.values())
                .filter(each -> Topics.ticks(each).equals(topic))
                .map(each -> read(topic, MARKET, true, "strategy-runner", ConsumerGroups.strategyRunner(each)))
                .findFirst();
    }

    private static Optional<TopicLaw> ofLane(String topic) {
        return broker(topic)
                .filter(broker -> Topics.lane(broker).contains(topic))
                .map(broker -> law(topic, broker));
    }

    private static TopicLaw law(String topic, Broker broker) {
        var lane = broker.name();
        if (topic.equals(Topics.signalsRaw(broker))) {
            return read(topic, lane, false, "risk-manager", ConsumerGroups.riskManager(broker));
        }
        if (topic.equals(Topics.signalsValidated(broker))) {
            return read(topic, lane, false, "trading-engine", ConsumerGroups.tradingEngine(broker));
        }
        if (topic.equals(Topics.ordersFilled(broker))) {
            return read(topic, lane, true, "portfolio-manager", ConsumerGroups.portfolioManager(broker));
        }
        var ordered = !topic.equals(Topics.signalsRejected(broker));
        return new TopicLaw(topic, lane, ordered, Optional.empty(), Optional.empty());
    }

    private static TopicLaw read(String topic, String lane, boolean ordered, String stage, String group) {
        return new TopicLaw(topic, lane, ordered, Optional.of(stage), Optional.of(group));
    }

    /// The lane a topic or a topic of dead letters belongs to.
    public static Optional<Broker> broker(String topic) {
        var name = topic.replaceFirst("\\..*$", "");
        try {
            return topic.contains(".") ? Optional.of(new Broker(name)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
