package io.alphapanda.api.signal;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.KnownStrategies;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.Newest;
import io.alphapanda.api.page.Slice;
import io.alphapanda.api.trail.TrailLedger;
import io.alphapanda.stage.ledger.DecisionRow;
import io.alphapanda.stage.ledger.SignalRow;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Answers questions about signals.
@Singleton
public final class Signals {

    private static final String LIST = "signals";

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;
    private final KnownStrategies strategies;

    Signals(ActiveBrokers brokers, LedgerSnapshot snapshot, KnownStrategies strategies) {
        this.brokers = brokers;
        this.snapshot = snapshot;
        this.strategies = strategies;
    }

    private record Decided(SignalRow signal, DecisionRow decision) {}

    /// @param approved only those risk approved, or only those it denied
    Uni<SignalPage> page(ListFilter filter, Optional<Boolean> approved, Limit limit, Optional<String> cursor) {
        return read(filter, approved, limit, Newest.read(LIST, cursor))
                .map(rows -> Slice.of(rows, limit, Signals::cursor))
                .chain(page -> strategies.checked(filter, page))
                .map(page -> page.map(
                        each -> SignalLine.of(brokers.lane(each.signal().broker), each.signal(), each.decision())))
                .map(page -> new SignalPage(page.rows(), page.nextCursor()));
    }

    private Uni<List<Decided>> read(ListFilter filter, Optional<Boolean> approved, Limit limit, Newest after) {
        var parameters = new Parameters();
        var query = new StringBuilder("from SignalRow s where ").append(filter.where("s.", after, parameters));
        approved.ifPresent(value -> {
            query.append(" and exists (from DecisionRow d where d.signalId = s.id and d.approved = :approved)");
            parameters.and("approved", value);
        });
        query.append(" order by s.recordedAt desc, s.id desc");
        return snapshot.read(() -> SignalRow.<SignalRow>find(query.toString(), parameters)
                .range(0, limit.rows())
                .list()
                .chain(Signals::decided));
    }

    private static Uni<List<Decided>> decided(List<SignalRow> signals) {
        return TrailLedger.decisions(signals.stream().map(each -> each.id).toList())
                .map(decisions -> signals.stream()
                        .map(each -> new Decided(each, decisions.get(each.id)))
                        .toList());
    }

    private static String cursor(Decided row) {
        return new Newest(row.signal().recordedAt, row.signal().id).cursor(LIST);
    }
}
