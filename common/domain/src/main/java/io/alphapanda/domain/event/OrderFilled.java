package io.alphapanda.domain.event;

import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import java.util.Optional;

/// An order was filled, wholly or in part. Quantities in the order are cumulative, so a consumer that applies the
/// highest version can't be moved by a duplicate.
///
/// @param order    the order after this fill
/// @param fill     this fill
/// @param sequence the fill's number in its lane's books for this strategy and instrument, from 1 without gaps
/// @param follows  id of the event that carries the fill before it; it is booked first
public record OrderFilled(Order order, Fill fill, long sequence, Optional<String> follows) {}
