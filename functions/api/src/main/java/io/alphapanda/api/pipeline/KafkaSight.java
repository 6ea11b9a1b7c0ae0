package io.alphapanda.api.pipeline;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.watch.FeedView;
import io.alphapanda.stage.watch.KafkaView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What others saw of Kafka and the feeds.
///
/// @param kafka   as its watcher saw it
/// @param letters dead letters that were not replayed, by topic
/// @param feeds   as each says itself
record KafkaSight(Optional<KafkaView> kafka, Map<String, Long> letters, List<FeedView> feeds) {

    /// What a stage of a lane has not read.
    Optional<Long> unread(String stage, Broker broker) {
        return unread(
                switch (stage) {
                    case "risk-manager" -> ConsumerGroups.riskManager(broker);
                    case "trading-engine" -> ConsumerGroups.tradingEngine(broker);
                    default -> ConsumerGroups.portfolioManager(broker);
                });
    }

    /// What the strategy-runner has not read of a feed.
    Optional<Long> unread(FeedView feed) {
        return unread(ConsumerGroups.strategyRunner(AssetClass.of(feed.assetClass())));
    }

    private Optional<Long> unread(String group) {
        return kafka.flatMap(view -> view.lags().stream()
                .filter(each -> each.group().equals(group))
                .map(KafkaView.Lag::unread)
                .findFirst());
    }

    /// Dead letters of a lane's topics that were not replayed; empty if nobody has looked.
    Optional<Long> deadLetters(Broker broker) {
        return kafka.map(_ -> Topics.lane(broker).stream()
                .mapToLong(topic -> letters.getOrDefault(Topics.deadLetter(topic), 0L))
                .sum());
    }
}
