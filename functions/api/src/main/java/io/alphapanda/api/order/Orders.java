package io.alphapanda.api.order;

import io.alphapanda.api.page.Limit;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Answers questions about orders.
@Singleton
public final class Orders {

    private final OrderLedger ledger;

    Orders(OrderLedger ledger) {
        this.ledger = ledger;
    }

    /// An empty answer about a strategy nobody knows is a 404, not an empty page: it is most likely a slip of the pen.
    Uni<OrderPage> page(OrderFilter filter, Limit limit, Optional<String> cursor) {
        return ledger.page(filter, OrderKey.read(cursor), limit)
                .chain(rows -> rows.isEmpty() && filter.strategy().isPresent()
                        ? empty(filter.strategy().get())
                        : Uni.createFrom().item(page(rows, limit)));
    }

    private static OrderPage page(List<OrderLedger.Found> rows, Limit limit) {
        var shown = rows.subList(0, Math.min(rows.size(), limit.rows()));
        var more = rows.size() > shown.size();
        return new OrderPage(
                shown.stream().map(OrderLine::of).toList(), more ? Optional.of(cursor(shown)) : Optional.empty());
    }

    private static String cursor(List<OrderLedger.Found> shown) {
        var last = shown.getLast().row();
        return new OrderKey(last.recordedAt, last.id).cursor();
    }

    private Uni<OrderPage> empty(String strategy) {
        return ledger.knows(strategy).map(known -> {
            if (!known) {
                throw ProblemException.of(
                        ProblemType.UNKNOWN_STRATEGY,
                        "strategy '" + strategy + "' is neither defined nor has it ever traded",
                        "strategy",
                        strategy,
                        List.of());
            }
            return new OrderPage(List.of(), Optional.empty());
        });
    }
}
