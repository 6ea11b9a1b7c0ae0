package io.alphapanda.api.order;

import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.PortfolioRow;
import io.alphapanda.stage.ledger.StrategyRow;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Orders as the ledger has them.
@Singleton
public final class OrderLedger {

    private final LedgerSnapshot snapshot;

    OrderLedger(LedgerSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// The fitting orders behind `after`, newest first; one more than asked tells that there is a next page.
    Uni<List<OrderRow>> page(OrderFilter filter, OrderKey after, Limit limit) {
        var where = new StringBuilder("broker in :brokers")
                .append(" and (recordedAt < :time or (recordedAt = :time and id < :after))");
        var parameters = Parameters.with("brokers", filter.brokers())
                .and("time", after.recordedAt())
                .and("after", after.id());
        filter.strategy().ifPresent(value -> narrow(where, parameters, "strategy", value));
        filter.correlationId().ifPresent(value -> narrow(where, parameters, "correlationId", value));
        filter.id().ifPresent(value -> narrow(where, parameters, "id", value));
        var query = where.append(" order by recordedAt desc, id desc").toString();
        return snapshot.read(() -> OrderRow.<OrderRow>find(query, parameters)
                .range(0, limit.rows())
                .list());
    }

    private static void narrow(StringBuilder where, Parameters parameters, String field, String value) {
        where.append(" and ").append(field).append(" = :").append(field);
        parameters.and(field, value);
    }

    /// Whether the house knows the strategy at all: defined, or with books from an earlier definition.
    Uni<Boolean> knows(String strategy) {
        return snapshot.read(() -> StrategyRow.count("id", strategy)
                .chain(defined -> defined > 0
                        ? Uni.createFrom().item(true)
                        : PortfolioRow.count("strategy", strategy).map(booked -> booked > 0)));
    }
}
