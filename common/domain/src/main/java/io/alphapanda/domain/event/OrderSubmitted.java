package io.alphapanda.domain.event;

import io.alphapanda.domain.order.Order;
import java.time.Instant;

/// The right to send an order to a live broker was won and written down. It may be at the broker from here on.
///
/// @param order  the order after the event
/// @param tag    by which the broker's book knows it
/// @param sendBy wall-clock time after which it is not written to the broker any more
public record OrderSubmitted(Order order, String tag, Instant sendBy) {}
