package io.alphapanda.local.kite.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the exchange really holds, whatever was answered, hidden or lost: for tests to count doubled orders and lost
/// fills. Outlives the day roll.
public record Truth(List<Entry> orders) {
    /// One order.
    ///
    /// @param parentId what the slices of one autosliced order have in common, else null
    /// @param accepted the exchange took it, so it could trade; false for a rejected one, or one still on its way
    public record Entry(
            String userId,
            String orderId,
            @Nullable String parentId,
            @Nullable String tag,
            Origin origin,
            Instant receivedAt,
            String instrument,
            Side side,
            long quantity,
            long filled,
            OrderStatus status,
            boolean accepted,
            List<TradeRow> trades) {
        /// What was asked as one order: the parent of a slice, else the order itself.
        public String intent() {
            return parentId == null ? orderId : parentId;
        }
    }

    public Truth {
        orders = List.copyOf(orders);
    }

    /// Those the exchange took.
    public List<Entry> accepted() {
        return orders.stream().filter(Entry::accepted).toList();
    }

    public List<Entry> byTag(String tag) {
        return orders.stream().filter(order -> tag.equals(order.tag())).toList();
    }

    /// Tags under which the exchange took more than one order; the slices of one order count as one. Empty is what a
    /// client should reach.
    public Map<String, List<Entry>> doubled() {
        Map<String, List<Entry>> byTag = accepted().stream()
                .filter(order -> order.tag() != null)
                .collect(Collectors.groupingBy(
                        order -> Objects.requireNonNull(order.tag()), TreeMap::new, Collectors.toList()));
        byTag.values()
                .removeIf(
                        orders -> orders.stream().map(Entry::intent).distinct().count() < 2);
        return byTag;
    }

    /// Every fill of every order.
    public List<TradeRow> trades() {
        return orders.stream().flatMap(order -> order.trades().stream()).toList();
    }
}
