package io.alphapanda.api.order;

import io.alphapanda.api.ledger.KnownStrategies;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.Newest;
import io.alphapanda.api.page.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
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
                .map(page ->
                        new OrderPage(page.rows().stream().map(OrderLine::of).toList(), page.nextCursor()));
    }

    private static String cursor(OrderLedger.Found found) {
        return new Newest(found.row().recordedAt, found.row().id).cursor(LIST);
    }
}
