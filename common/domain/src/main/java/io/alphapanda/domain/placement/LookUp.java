package io.alphapanda.domain.placement;

import java.time.LocalDate;
import java.util.List;

/// What came of looking for an order's tag in a broker's book.
public sealed interface LookUp {

    /// The book was read.
    ///
    /// @param day    whose book it is, in the broker's time zone
    /// @param orders all that carry the tag: none, or one; more are a doubled order
    record Read(LocalDate day, List<BrokerOrder> orders) implements LookUp {

        public Read {
            orders = List.copyOf(orders);
        }
    }

    /// The book could not be read, which says nothing about the order.
    ///
    /// @param words what was in the way, for people
    record Unreadable(String words) implements LookUp {}
}
