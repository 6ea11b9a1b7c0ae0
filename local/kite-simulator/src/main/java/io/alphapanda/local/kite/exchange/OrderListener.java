package io.alphapanda.local.kite.exchange;

/// Hears what the broker would push: COMPLETE, CANCELLED, REJECTED, and UPDATE for an open order that was modified or
/// partially filled. Called in the order of events, under the exchange's lock: it must return soon.
@FunctionalInterface
public interface OrderListener {
    /// @param row    the order at that moment
    /// @param status the row's status, or `UPDATE`
    void updated(OrderRow row, String status);
}
