package io.alphapanda.api.instrument;

import io.alphapanda.domain.money.Price;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The last price of an instrument. It belongs to no account; whether a market made the price or a recording, its
/// stream says.
///
/// @param instrument `VENUE:SYMBOL`
/// @param currency   ISO 4217
/// @param price      the last; null if none is known
/// @param time       when the market made it
/// @param ageSeconds since then
/// @param stream     the feed's stream it came with
@Schema(description = "The last price of an instrument")
public record LastPrice(
        String instrument,
        String currency,
        Optional<Price> price,
        Optional<Instant> time,
        Optional<Long> ageSeconds,
        Optional<String> stream) {}
