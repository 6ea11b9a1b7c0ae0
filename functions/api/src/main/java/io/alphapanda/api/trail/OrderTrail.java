package io.alphapanda.api.trail;

import io.alphapanda.stage.ledger.BookingRow;
import io.alphapanda.stage.ledger.FillRow;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.OrderTransitionRow;
import io.alphapanda.stage.ledger.PlacementRow;
import java.util.List;
import java.util.Optional;

/// An order's life.
///
/// @param order       as it stands
/// @param placement   what is known of it at its broker; empty for one that never left the house
/// @param transitions its steps, first to last
/// @param fills       in the order in which they are booked
public record OrderTrail(
        OrderRow order,
        Optional<PlacementRow> placement,
        List<OrderTransitionRow> transitions,
        List<BookedFill> fills) {

    /// @param booking what the books made of it; empty until it is booked
    public record BookedFill(FillRow fill, Optional<BookingRow> booking) {}
}
