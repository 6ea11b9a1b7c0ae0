package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Instant;

/// One trade of the market.
///
/// @param instrument `EXCHANGE:SYMBOL`
/// @param quantity   pieces that changed hands, the most that simulated orders can take of it;
///     {@link SimulatedExchange#ANY_QUANTITY} where the source does not say
public record Tick(String instrument, BigDecimal price, long quantity, Instant at) {
    public Tick {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException(
                    "tick of %s: price must be positive but is %s".formatted(instrument, price));
        }
        if (quantity < 0) {
            throw new IllegalArgumentException(
                    "tick of %s: quantity must not be negative but is %d".formatted(instrument, quantity));
        }
    }
}
