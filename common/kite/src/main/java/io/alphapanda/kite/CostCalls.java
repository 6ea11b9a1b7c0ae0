package io.alphapanda.kite;

import io.alphapanda.kite.cost.BasketMargin;
import io.alphapanda.kite.cost.ChargeQuery;
import io.alphapanda.kite.cost.ContractNote;
import io.alphapanda.kite.cost.MarginQuery;
import io.alphapanda.kite.cost.OrderMargin;
import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.Shape;
import io.alphapanda.kite.json.UnreadableException;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// What orders would cost and block. Posts that change nothing, hence reads. Kite answers by position.
public final class CostCalls {

    private final Exchange exchange;
    private final String authorization;
    private final Masking masking;

    CostCalls(Exchange exchange, String authorization, Masking masking) {
        this.exchange = exchange;
        this.authorization = authorization;
        this.masking = masking;
    }

    /// A contract note for each execution, in their order.
    public Uni<List<ContractNote>> charges(List<ChargeQuery> executions) {
        return exchange.read(
                "POST /charges/orders",
                masking,
                oneEach(executions, KiteJson.listOf(ContractNote.class)),
                () -> exchange.rest().charges(authorization, Outgoing.json(KiteJson.write(executions))));
    }

    /// What each order alone would block, in their order.
    public Uni<List<OrderMargin>> margins(List<MarginQuery> orders) {
        return exchange.read(
                "POST /margins/orders",
                masking,
                oneEach(orders, KiteJson.listOf(OrderMargin.class)),
                () -> exchange.rest().orderMargins(authorization, Outgoing.json(KiteJson.write(orders))));
    }

    /// What they would block together.
    ///
    /// @param withPositions whether what is held already counts
    public Uni<BasketMargin> basket(List<MarginQuery> orders, boolean withPositions) {
        return exchange.read("POST /margins/basket", masking, KiteJson.one(BasketMargin.class), () -> exchange.rest()
                .basketMargins(authorization, withPositions, Outgoing.json(KiteJson.write(orders))));
    }

    private static <T> Shape<List<T>> oneEach(List<?> asked, Shape<List<T>> shape) {
        return data -> {
            var answers = shape.of(data);
            if (answers.size() != asked.size()) {
                throw UnreadableException.strange(answers.size() + " answers to " + asked.size() + " questions");
            }
            return answers;
        };
    }
}
