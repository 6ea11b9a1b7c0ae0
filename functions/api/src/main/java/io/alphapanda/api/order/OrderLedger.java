package io.alphapanda.api.order;

import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.Newest;
import io.alphapanda.api.trail.OrderTrail;
import io.alphapanda.api.trail.TrailLedger;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.PlacementRow;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

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
    Uni<List<Found>> page(ListFilter filter, Newest after, Limit limit) {
        var parameters = new Parameters();
        var query = filter.where("", after, parameters) + " order by recordedAt desc, id desc";
        return snapshot.read(() -> OrderRow.<OrderRow>find(query, parameters)
                .range(0, limit.rows())
                .list()
                .chain(OrderLedger::placed));
    }

    private static Uni<List<Found>> placed(List<OrderRow> rows) {
        return TrailLedger.placements(rows.stream().map(each -> each.id).toList())
                .map(placements -> rows.stream()
                        .map(row -> new Found(row, Optional.ofNullable(placements.get(row.id))))
                        .toList());
    }

    /// One order's life; empty if there is no such order at these brokers.
    Uni<Optional<OrderTrail>> life(List<String> brokers, String id) {
        return snapshot.read(() -> OrderRow.<OrderRow>list("broker in ?1 and id = ?2", brokers, id)
                .chain(TrailLedger::ofOrders)
                .map(trails -> trails.stream().findFirst()));
    }
}
