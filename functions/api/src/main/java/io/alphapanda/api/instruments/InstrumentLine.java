package io.alphapanda.api.instruments;

import io.alphapanda.domain.money.Price;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One instrument.
///
/// @param instrument      its name, `VENUE:SYMBOL`
/// @param venue           where it is traded
/// @param assetClass      what it is; null where the house does not know its venue
/// @param currency        what it is traded in; `XXX` where the house does not know its venue
/// @param lastPrice       null if none is known
/// @param lastPriceTime   when the market made it
/// @param priceAgeSeconds how long ago that is
/// @param brokers         the active accounts that ever traded it
/// @param strategies      those that name it, or ever traded it
@Schema(name = "TradedInstrument", description = "One instrument: its last price, and who trades it")
public record InstrumentLine(
        String instrument,
        String venue,
        Optional<String> assetClass,
        String currency,
        Optional<Price> lastPrice,
        Optional<Instant> lastPriceTime,
        Optional<Long> priceAgeSeconds,
        List<String> brokers,
        List<String> strategies) {}
