package io.alphapanda.domain.event;

import io.alphapanda.domain.order.Order;

/// An order ended without (further) fills: rejected, cancelled, expired or failed, as its status says.
///
/// @param order the order after the event, with its failure
public record OrderFailed(Order order) {}
