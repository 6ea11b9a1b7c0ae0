package io.alphapanda.engine.live;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.trace.Traces;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The live accounts this process serves, each opened at start.
@Startup
@Singleton
public final class LiveBrokers {

    /// A live account and its broker.
    ///
    /// @param account as configured
    /// @param broker  opened for it
    public record Lane(BrokerAccount account, LiveBroker broker) {

        public Broker name() {
            return account.broker();
        }
    }

    private final Map<Broker, Lane> lanes = new LinkedHashMap<>();
    private final List<String> kinds = new ArrayList<>();

    LiveBrokers(@All List<BrokerKind> kinds, Brokers brokers, Meters meters, Traces traces) {
        for (var kind : kinds) {
            this.kinds.add(kind.kind());
            brokers.all().stream()
                    .filter(account -> account.kind().equals(kind.kind()))
                    .forEach(account -> lanes.put(
                            account.broker(),
                            new Lane(
                                    account, new WatchedBroker(account.broker(), kind.open(account), meters, traces))));
        }
    }

    /// The kinds there are.
    public List<String> kinds() {
        return List.copyOf(kinds);
    }

    public List<Lane> lanes() {
        return List.copyOf(lanes.values());
    }

    public Optional<Lane> lane(Broker broker) {
        return Optional.ofNullable(lanes.get(broker));
    }

    @PreDestroy
    void close() {
        lanes.values().forEach(lane -> lane.broker().close());
    }
}
