package io.alphapanda.engine.reconcile;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.SignedQuantity;
import java.util.List;
import java.util.Map;

/// A lane as our books have it.
///
/// @param orders    of the broker's day
/// @param positions of every instrument the lane has ever traded, over all its strategies
record Ours(List<OurOrder> orders, Map<InstrumentId, SignedQuantity> positions) {

    Ours {
        orders = List.copyOf(orders);
        positions = Map.copyOf(positions);
    }
}
