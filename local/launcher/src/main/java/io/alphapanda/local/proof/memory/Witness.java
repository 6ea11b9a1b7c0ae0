package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.signal.Signal;

/// Is told what a lane does, to reckon for itself what follows from it.
interface Witness {

    /// Risk has approved.
    default void approved(Mail.Wished wished, TradingState state) {}

    /// A market has executed a part of an order, or all of it.
    default void executed(Signal signal, Order order, Fill fill) {}

    /// Nothing more of the order will be executed.
    default void ended(Signal signal, Order order) {}

    /// Watches nothing.
    Witness NOBODY = new Witness() {};
}
