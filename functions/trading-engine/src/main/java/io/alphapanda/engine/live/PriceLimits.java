package io.alphapanda.engine.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import java.math.BigDecimal;
import java.util.Optional;

/// Between which prices a broker takes orders for an instrument at this moment, both included; in India its circuit
/// limits.
///
/// @param lowest  0 where only the highest is set
/// @param highest above the lowest
public record PriceLimits(BigDecimal lowest, BigDecimal highest) {

    public PriceLimits {
        if (lowest.signum() < 0 || highest.compareTo(lowest) <= 0) {
            throw new IllegalArgumentException("price limits " + lowest.toPlainString() + " to "
                    + highest.toPlainString() + " must not begin below 0, nor end where they begin");
        }
    }

    /// Whether an order at that price is taken.
    public boolean allow(Price price) {
        return price.value().compareTo(lowest) >= 0 && price.value().compareTo(highest) <= 0;
    }

    /// What is wrong with an order decided at that price, for people.
    Optional<String> fault(InstrumentId instrument, Price price) {
        if (allow(price)) {
            return Optional.empty();
        }
        var bound = price.value().compareTo(lowest) < 0
                ? "below " + lowest.toPlainString() + ", the lowest"
                : "above " + highest.toPlainString() + ", the highest";
        return Optional.of(instrument + " was decided at " + price + ", which is " + bound
                + " price the broker takes today; compare the feed's price with the broker's: it may be old, of another"
                + " instrument, or from before a split");
    }
}
