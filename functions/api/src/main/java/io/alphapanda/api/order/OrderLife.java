package io.alphapanda.api.order;

import io.alphapanda.api.fill.FillLine;
import io.alphapanda.api.trail.OrderTrail;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One order from its first step to its last fill.
///
/// @param order       as it stands
/// @param transitions its steps, first to last
/// @param fills       in the order in which they are booked
@Schema(description = "One order from its first step to its last fill")
public record OrderLife(OrderLine order, List<Transition> transitions, List<FillLine> fills) {

    /// An order's life as it is shown.
    public static OrderLife of(OrderTrail trail) {
        return new OrderLife(
                OrderLine.of(trail.order(), trail.placement()),
                trail.transitions().stream().map(Transition::of).toList(),
                trail.fills().stream()
                        .map(each -> FillLine.of(trail.order(), each))
                        .toList());
    }
}
