package io.alphapanda.feed.pace;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.util.ArrayList;
import java.util.List;

/// A consumer group downstream of the feed.
///
/// @param group     its name
/// @param topic     what it reads
/// @param ofBatches it reads the feed's own batches; else a lane's records
public record Follower(String group, String topic, boolean ofBatches) {

    /// Everybody between the ticks of an asset class and the booked fills.
    public static List<Follower> of(AssetClass assetClass, List<Broker> brokers) {
        var all = new ArrayList<Follower>();
        all.add(new Follower(ConsumerGroups.strategyRunner(assetClass), Topics.ticks(assetClass), true));
        for (var broker : brokers) {
            all.add(new Follower(ConsumerGroups.riskManager(broker), Topics.signalsRaw(broker), false));
            all.add(new Follower(ConsumerGroups.tradingEngine(broker), Topics.signalsValidated(broker), false));
            all.add(new Follower(ConsumerGroups.portfolioManager(broker), Topics.ordersFilled(broker), false));
        }
        return List.copyOf(all);
    }
}
