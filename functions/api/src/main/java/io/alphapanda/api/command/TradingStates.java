package io.alphapanda.api.command;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSql;
import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.control.TradingState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Reads who may trade, as the engines have written it down.
@Singleton
final class TradingStates {

    private static final int MOST = 10_000;

    private final ActiveBrokers brokers;
    private final LedgerSql ledger;

    TradingStates(ActiveBrokers brokers, LedgerSql ledger) {
        this.brokers = brokers;
        this.ledger = ledger;
    }

    Uni<TradingStatePage> now() {
        return ledger.run("select * from trading_states order by broker, strategy limit $1", MOST)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TradingStates::said)
                        .filter(each -> each.broker().isEmpty()
                                || brokers.names().contains(each.broker().get()))
                        .toList())
                .map(said -> new TradingStatePage(
                        brokers.names().stream().map(each -> lane(each, said)).toList(), said));
    }

    /// The strictest of what is said of the whole account; nothing said is ACTIVE.
    private TradingStatePage.OfLane lane(String broker, List<TradingStatePage.Said> said) {
        var state = said.stream()
                .filter(each -> each.strategy().isEmpty())
                .filter(each -> each.broker().isEmpty() || each.broker().get().equals(broker))
                .map(TradingStatePage.Said::state)
                .reduce(TradingState.ACTIVE, TradingState::strictest);
        var lane = brokers.lane(broker);
        return new TradingStatePage.OfLane(broker, lane.kind(), lane.reality(), lane.simulated(), state);
    }

    private static TradingStatePage.Said said(Row row) {
        return new TradingStatePage.Said(
                Optional.of(row.getString("broker")).filter(each -> !each.equals(TradingScope.EVERY)),
                Optional.of(row.getString("strategy")).filter(each -> !each.isEmpty()),
                TradingState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("reason"),
                row.getString("changed_by"),
                LedgerSql.time(row, "changed_at"));
    }
}
