package io.alphapanda.api.fill;

import static java.util.stream.Collectors.toMap;

import io.alphapanda.api.ledger.KnownStrategies;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.Newest;
import io.alphapanda.api.page.Slice;
import io.alphapanda.api.trail.TrailLedger;
import io.alphapanda.stage.ledger.FillRow;
import io.alphapanda.stage.ledger.OrderRow;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Answers questions about fills.
@Singleton
public final class Fills {

    private static final String LIST = "fills";

    private final LedgerSnapshot snapshot;
    private final KnownStrategies strategies;

    Fills(LedgerSnapshot snapshot, KnownStrategies strategies) {
        this.snapshot = snapshot;
        this.strategies = strategies;
    }

    /// @param correlationId only those that came of one idea
    Uni<FillPage> page(ListFilter filter, Optional<String> correlationId, Limit limit, Optional<String> cursor) {
        return read(filter, correlationId, limit, Newest.read(LIST, cursor))
                .map(rows -> Slice.of(rows, limit, Fills::cursor))
                .chain(page -> strategies.checked(filter, page))
                .map(page -> new FillPage(page.rows(), page.nextCursor()));
    }

    private Uni<List<FillLine>> read(ListFilter filter, Optional<String> correlationId, Limit limit, Newest after) {
        var parameters = new Parameters();
        var query = new StringBuilder("from FillRow f where ").append(filter.where("f.", after, parameters));
        correlationId.ifPresent(value -> {
            query.append(" and f.orderId in (select o.id from OrderRow o where o.correlationId = :idea)");
            parameters.and("idea", value);
        });
        query.append(" order by f.recordedAt desc, f.id desc");
        return snapshot.read(() -> FillRow.<FillRow>find(query.toString(), parameters)
                .range(0, limit.rows())
                .list()
                .chain(Fills::lines));
    }

    private static Uni<List<FillLine>> lines(List<FillRow> fills) {
        if (fills.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var orders = fills.stream().map(each -> each.orderId).distinct().toList();
        return OrderRow.<OrderRow>list("id in ?1", orders)
                .map(rows -> rows.stream().collect(toMap(each -> each.id, each -> each)))
                .chain(byId -> TrailLedger.booked(fills).map(booked -> booked.stream()
                        .map(each -> FillLine.of(byId.get(each.fill().orderId), each))
                        .toList()));
    }

    private static String cursor(FillLine line) {
        return new Newest(line.recordedAt(), line.id()).cursor(LIST);
    }
}
