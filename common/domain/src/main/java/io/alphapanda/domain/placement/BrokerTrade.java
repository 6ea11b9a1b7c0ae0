package io.alphapanda.domain.placement;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Instant;

/// One execution as a broker's trade book shows it.
///
/// @param tradeId  the broker's or exchange's, once a day and order
/// @param quantity above zero
/// @param at       market time
public record BrokerTrade(String tradeId, Quantity quantity, Price price, Instant at) {

    public BrokerTrade {
        if (tradeId.isBlank()) {
            throw new IllegalArgumentException("trade without an id; it could not be told from the next one");
        }
        if (quantity.isZero()) {
            throw new IllegalArgumentException("trade " + tradeId + ": quantity must be above 0");
        }
    }
}
