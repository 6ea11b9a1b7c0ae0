package io.alphapanda.kite.market;

import io.alphapanda.domain.money.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// Something that can be traded or watched, from the day's list.
///
/// @param token          its number today
/// @param listing        its name
/// @param name           of the company or the underlying; may be empty
/// @param kind           `EQ`, `FUT`, `CE`, `PE`; an open list
/// @param segment        as the list says it, such as `NSE`, `NFO-OPT`, `INDICES`; an open list
/// @param priceIncrement the step of its price; empty for indices, which have none
/// @param lotSize        units a lot; quantities are multiples of it
/// @param expiry         of derivatives, the last day
/// @param strike         of options
public record KiteInstrument(
        InstrumentToken token,
        Listing listing,
        String name,
        String kind,
        String segment,
        Optional<Price> priceIncrement,
        int lotSize,
        Optional<LocalDate> expiry,
        Optional<Price> strike) {

    /// The low byte of the token says which divisor the ticker uses; the list's own word is `segment`.
    public Optional<Segment> tickerSegment() {
        return token.segment();
    }

    static Optional<Price> price(BigDecimal value) {
        return value.signum() > 0 ? Optional.of(new Price(value)) : Optional.empty();
    }
}
