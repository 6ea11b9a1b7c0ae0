package io.alphapanda.kite.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.order.NewOrder;
import io.alphapanda.kite.order.Terms;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// An order whose margin is asked for; it is not placed by that.
///
/// @param price        0 for market orders
/// @param triggerPrice 0 for orders without one
@RegisterForReflection
public record MarginQuery(
        String exchange,
        String tradingsymbol,
        @JsonProperty("transaction_type") Side side,
        String variety,
        String product,
        String orderType,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal triggerPrice) {

    public static MarginQuery of(NewOrder order) {
        return new MarginQuery(
                order.listing().exchange(),
                order.listing().symbol(),
                order.side(),
                order.variety().wire(),
                order.product().name(),
                order.terms().wire(),
                order.quantity().value(),
                price(order.terms()),
                trigger(order.terms()));
    }

    private static BigDecimal price(Terms terms) {
        return switch (terms) {
            case Terms.Limit(var price) -> price.value();
            case Terms.StopLimit stop -> stop.price().value();
            case Terms.Market _, Terms.StopMarket _ -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal trigger(Terms terms) {
        return switch (terms) {
            case Terms.StopLimit stop -> stop.trigger().value();
            case Terms.StopMarket stop -> stop.trigger().value();
            case Terms.Market _, Terms.Limit _ -> BigDecimal.ZERO;
        };
    }
}
