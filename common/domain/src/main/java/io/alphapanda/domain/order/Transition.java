package io.alphapanda.domain.order;

import java.util.Optional;

/// One change of an order.
///
/// @param order   after it
/// @param fill    that made it
/// @param tradeId the broker's id of that fill; a paper fill has none
public record Transition(Order order, Optional<Fill> fill, Optional<String> tradeId) {

    /// To an order that was not filled by it.
    public static Transition to(Order order) {
        return new Transition(order, Optional.empty(), Optional.empty());
    }
}
