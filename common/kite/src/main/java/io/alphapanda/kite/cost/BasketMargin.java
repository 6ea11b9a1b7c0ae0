package io.alphapanda.kite.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// What several orders together would block.
///
/// @param initial      before their hedging of one another counts
/// @param hedged       after it (`final`). Its charges are 0 in Kite's answers: add up those of `orders`
/// @param orders       each alone, in the order asked
@RegisterForReflection
public record BasketMargin(
        OrderMargin initial,
        @JsonProperty("final") OrderMargin hedged,
        @OrEmpty List<OrderMargin> orders) {

    public BasketMargin {
        orders = List.copyOf(orders);
    }
}
