package io.alphapanda.api.instrument;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Price;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An instrument: its last price, and who trades it.
///
/// @param instrument `VENUE:SYMBOL`
/// @param assetClass what it is; null where the house does not know its venue
/// @param currency   ISO 4217; `XXX` where the house does not know its venue
/// @param price      the last; null if none is known
/// @param time       when the market made it
/// @param ageSeconds since then
/// @param stream     the feed's stream it came with
/// @param brokers    the active accounts that ever traded it
/// @param strategies those that name it, or ever traded it
@Schema(description = "An instrument: its last price, and who trades it")
public record InstrumentLine(
        String instrument,
        Optional<String> assetClass,
        String currency,
        Optional<Price> price,
        Optional<Instant> time,
        Optional<Long> ageSeconds,
        Optional<String> stream,
        List<String> brokers,
        List<String> strategies) {

    static InstrumentLine of(InstrumentId instrument, LastPrice last, Traders.Of traders) {
        return new InstrumentLine(
                last.instrument(),
                Venues.find(instrument).map(Venue::assetClass).map(AssetClass::label),
                last.currency(),
                last.price(),
                last.time(),
                last.ageSeconds(),
                last.stream(),
                traders.brokers(),
                traders.strategies());
    }
}
