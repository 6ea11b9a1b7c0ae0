package io.alphapanda.domain.placement;

import io.alphapanda.domain.money.Quantity;
import java.util.List;

/// An order as a broker's order book shows it at one moment, with its trades. What is read may be older than what was
/// read before.
///
/// @param brokerOrderId  theirs
/// @param state          what the book says of it
/// @param filledQuantity cumulative; trades may lag behind it
/// @param trades         all there are so far, in any order
/// @param words          the broker's remark, for people; empty if none
public record BrokerOrder(
        String brokerOrderId, State state, Quantity filledQuantity, List<BrokerTrade> trades, String words) {

    /// What more can happen to it.
    public enum State {
        /// Something may: open, pending, being modified, and every status that is not known.
        WORKING,
        COMPLETE,
        CANCELLED,
        REJECTED
    }

    public BrokerOrder {
        trades = List.copyOf(trades);
    }
}
