package io.alphapanda.api.order;

import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.PlacementRow;
import io.alphapanda.stage.ledger.PortfolioRow;
import io.alphapanda.stage.ledger.StrategyRow;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Orders as the ledger has them.
@Singleton
public final class OrderLedger {

    private final LedgerSnapshot snapshot;

    OrderLedger(LedgerSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// An order, and what is known of it at its broker; empty for one that never left the house.
    record Found(OrderRow row, Optional<PlacementRow> placement) {}

    /// The fitting orders behind `after`, newest first; one more than asked tells that there is a next page.
    Uni<List<Found>> page(OrderFilter filter, OrderKey after, Limit limit) {
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
                .list()
                .chain(OrderLedger::placed));
    }

    private static Uni<List<Found>> placed(List<OrderRow> rows) {
        var ids = rows.stream().map(each -> each.id).toList();
        Uni<List<PlacementRow>> placements =
                ids.isEmpty() ? Uni.createFrom().item(List.of()) : PlacementRow.list("orderId in ?1", ids);
        return placements.map(found -> {
            var byOrder = found.stream().collect(Collectors.toMap(each -> each.orderId, each -> each));
            return rows.stream()
                    .map(row -> new Found(row, Optional.ofNullable(byOrder.get(row.id))))
                    .toList();
        });
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
