package io.alphapanda.engine.live;

import io.alphapanda.domain.placement.BrokerOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What came of reading a broker's book.
public sealed interface Book {

    /// It was read, whole.
    ///
    /// @param day    whose it is
    /// @param orders of the day by their tags; those without one are not ours
    record Read(LocalDate day, Map<String, List<BrokerOrder>> orders) implements Book {

        public Read {
            orders = Map.copyOf(orders);
        }

        List<BrokerOrder> tagged(String tag) {
            return orders.getOrDefault(tag, List.of());
        }
    }

    /// It could not be read.
    ///
    /// @param words what was in the way, for people
    record Unreadable(String words) implements Book {}
}
