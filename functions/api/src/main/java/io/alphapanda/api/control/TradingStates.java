package io.alphapanda.api.control;

import io.alphapanda.domain.control.TradingState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// What was said of who may trade. What nobody spoke of is ACTIVE.
///
/// @param all by account and strategy, those of every account first
public record TradingStates(List<StateSaid> all) {

    private static final int MOST = 10_000;

    /// To be used within one ledger snapshot.
    public static Uni<TradingStates> read() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select broker, strategy, state, version, reason, changed_by,
                                    cast(extract(epoch from changed_at) * 1000 as bigint)
                                from trading_states order by broker, strategy""", Object[].class)
                        .setMaxResults(MOST)
                        .getResultList())
                .map(rows -> new TradingStates(rows.stream().map(StateSaid::of).toList()));
    }

    /// What holds for something in the account's lane.
    public List<StateSaid> of(String account) {
        return all.stream().filter(each -> each.concerns(account)).toList();
    }

    /// The strictest that holds for the whole lane of the account.
    public TradingState ofLane(String account) {
        return of(account).stream()
                .filter(each -> each.strategy().isEmpty())
                .map(StateSaid::state)
                .reduce(TradingState.ACTIVE, TradingState::strictest);
    }
}
