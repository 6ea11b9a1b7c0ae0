package io.alphapanda.api.broker;

import io.alphapanda.api.broker.BrokerLine.State;
import io.alphapanda.domain.control.TradingState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was said of who may trade, by account. To be used within one ledger snapshot.
public record TradingStates(List<Said> all) {

    /// What is said of every account is said of this.
    private static final String EVERY = "*";

    /// @param broker whose lane, or every
    record Said(String broker, State state) {}

    public static Uni<TradingStates> read() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select broker, strategy, state, reason, changed_by,
                                    cast(extract(epoch from changed_at) * 1000 as bigint)
                                from trading_states order by broker, strategy""", Object[].class).getResultList())
                .map(rows ->
                        new TradingStates(rows.stream().map(TradingStates::said).toList()));
    }

    private static Said said(Object[] row) {
        var broker = (String) row[0];
        var strategy = (String) row[1];
        return new Said(
                broker,
                new State(
                        broker.equals(EVERY),
                        Optional.of(strategy).filter(each -> !each.isEmpty()),
                        TradingState.valueOf((String) row[2]),
                        (String) row[3],
                        (String) row[4],
                        Instant.ofEpochMilli(((Number) row[5]).longValue())));
    }

    /// Those that hold for something in the account's lane.
    public List<State> of(String broker) {
        return all.stream()
                .filter(each -> each.broker.equals(broker) || each.state.every())
                .map(Said::state)
                .toList();
    }

    /// The strictest that holds for the whole lane.
    public static TradingState ofLane(List<State> states) {
        return states.stream()
                .filter(each -> each.strategy().isEmpty())
                .map(State::state)
                .reduce(TradingState.ACTIVE, TradingState::strictest);
    }
}
