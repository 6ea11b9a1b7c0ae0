package io.alphapanda.api.command;

import io.alphapanda.api.control.TradingStates;
import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Answers who may trade.
@Singleton
final class TradingStateViews {

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;

    TradingStateViews(ActiveBrokers brokers, LedgerSnapshot snapshot) {
        this.brokers = brokers;
        this.snapshot = snapshot;
    }

    Uni<TradingStatePage> now() {
        return snapshot.read(TradingStates::read).map(this::page);
    }

    private TradingStatePage page(TradingStates states) {
        return new TradingStatePage(
                brokers.names().stream().map(each -> lane(each, states)).toList(),
                states.all().stream()
                        .filter(each -> each.broker().isEmpty()
                                || brokers.names().contains(each.broker().get()))
                        .toList());
    }

    private TradingStatePage.OfLane lane(String broker, TradingStates states) {
        var lane = brokers.lane(broker);
        return new TradingStatePage.OfLane(
                broker, lane.kind(), lane.reality(), lane.simulated(), states.ofLane(broker));
    }
}
