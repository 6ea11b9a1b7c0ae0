package io.alphapanda.api.order;

import io.alphapanda.api.ledger.KnownStrategies;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.Newest;
import io.alphapanda.api.page.Slice;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Answers questions about orders.
@Singleton
public final class Orders {

    private static final String LIST = "orders";

    private final OrderLedger ledger;
    private final KnownStrategies strategies;

    Orders(OrderLedger ledger, KnownStrategies strategies) {
        this.ledger = ledger;
        this.strategies = strategies;
    }

    Uni<OrderPage> page(ListFilter filter, Limit limit, Optional<String> cursor) {
        return ledger.page(filter, Newest.read(LIST, cursor), limit)
                .map(rows -> Slice.of(rows, limit, Orders::cursor))
                .chain(page -> strategies.checked(filter, page))
                .map(page -> new OrderPage(
                        page.rows().stream()
                                .map(each -> OrderLine.of(each.row(), each.placement()))
                                .toList(),
                        page.nextCursor()));
    }

    Uni<OrderLife> life(List<String> brokers, String id) {
        return ledger.life(brokers, id).map(found -> found.map(OrderLife::of)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_ORDER,
                        "no active broker has an order of this id; GET /api/v1/orders lists those there are",
                        "id",
                        id,
                        List.of())));
    }

    private static String cursor(OrderLedger.Found found) {
        return new Newest(found.row().recordedAt, found.row().id).cursor(LIST);
    }
}
