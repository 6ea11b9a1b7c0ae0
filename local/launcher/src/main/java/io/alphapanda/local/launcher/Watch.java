package io.alphapanda.local.launcher;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.kafkasource.KafkaSource;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// Looks at a running house from outside: how far it is, and whether anything is still on its way.
final class Watch {

    private final House house;

    Watch(House house) {
        this.house = house;
    }

    Optional<FeedStatus> feed() {
        return FeedStatus.ask(house.http(), house.room("market-feed"));
    }

    /// Records behind, over all sources and the lanes that read themselves; empty while one is being assigned.
    OptionalLong lag() {
        long sum = 0;
        for (var source : house.sources()) {
            var lag = source.stats().lag();
            if (lag.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += lag.getAsLong();
        }
        return house.lanesReadThemselves() ? withLanes(sum) : OptionalLong.of(sum);
    }

    /// The feed looks at everybody downstream; what a stage has read but not finished with is not committed.
    private OptionalLong withLanes(long ofSources) {
        var served = house.sources().stream()
                .map(each -> each.spec().consumerGroup())
                .collect(Collectors.toSet());
        var lanes = feed().map(each -> each.lagExcept(served)).orElse(OptionalLong.empty());
        return lanes.isEmpty() ? lanes : OptionalLong.of(ofSources + lanes.getAsLong());
    }

    /// Whether everything the feed has published has been dealt with to the end.
    boolean isDrained() {
        return isQuietBut(figures -> figures.unfinished() == 0);
    }

    /// Whether nothing is left but orders that wait at a broker for a market that has ended.
    boolean waitsForTheMarketOnly() {
        return isQuietBut(figures -> figures.atBroker() > 0 && figures.unfinished() == figures.atBroker());
    }

    private boolean isQuietBut(Predicate<Figures> condition) {
        var lag = lag();
        if (lag.isEmpty() || lag.getAsLong() > 0 || inFlight() > 0) {
            return false;
        }
        try (var figures = new Figures(house.stores())) {
            return condition.test(figures) && queuedSignals() == 0;
        } catch (StartException | IllegalStateException | JedisException _) {
            // A store that is being restarted: not drained yet.
            return false;
        }
    }

    private int inFlight() {
        return house.sources().stream()
                .map(KafkaSource::stats)
                .mapToInt(each -> each.inFlight())
                .sum();
    }

    private long queuedSignals() {
        try (var redis = new Jedis(URI.create(house.stores().redis()))) {
            return house.brokers().stream()
                    .map(Broker::name)
                    .mapToLong(broker -> redis.xlen("strategy:outbox:" + broker))
                    .sum();
        }
    }
}
