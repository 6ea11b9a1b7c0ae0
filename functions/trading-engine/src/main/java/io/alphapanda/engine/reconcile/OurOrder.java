package io.alphapanda.engine.reconcile;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.OrderStatus;
import java.util.Set;

/// An order of ours of the day.
///
/// @param filledQuantity booked
/// @param trades         ids of the broker's executions that are booked
/// @param isMoving       whether it changed while the broker was read, or what became of it is not known: it can't be
///                       compared
record OurOrder(
        String orderId,
        String tag,
        InstrumentId instrument,
        Side side,
        OrderStatus status,
        Quantity filledQuantity,
        Set<String> trades,
        boolean isMoving) {

    OurOrder {
        trades = Set.copyOf(trades);
    }
}
