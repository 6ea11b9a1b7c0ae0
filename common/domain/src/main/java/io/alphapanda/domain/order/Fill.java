package io.alphapanda.domain.order;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Instant;

/// One execution.
///
/// @param fillId       ours, derived from the order and its count (a live broker's trade id is kept beside it)
/// @param lastQuantity how much of the order this fill covers; above zero
/// @param lastPrice    at what price
/// @param fees         all charges on it
/// @param executedAt   market time
public record Fill(String fillId, Quantity lastQuantity, Price lastPrice, Money fees, Instant executedAt) {

    public Fill {
        if (lastQuantity.isZero()) {
            throw new IllegalArgumentException("fill " + fillId + ": lastQuantity must be above 0");
        }
    }
}
