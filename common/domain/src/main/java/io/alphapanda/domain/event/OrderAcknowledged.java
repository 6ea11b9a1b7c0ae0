package io.alphapanda.domain.event;

import io.alphapanda.domain.order.Order;

/// A live broker has the order. That says nothing of its execution.
///
/// @param order         the order after the event
/// @param tag           by which the broker's book knows it
/// @param brokerOrderId theirs
public record OrderAcknowledged(Order order, String tag, String brokerOrderId) {}
