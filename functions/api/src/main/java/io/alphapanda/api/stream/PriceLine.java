package io.alphapanda.api.stream;

import io.alphapanda.domain.money.Price;
import java.time.Instant;

/// The last price of an instrument. It belongs to no account; whether a market made it or a recording, its stream says.
///
/// @param instrument `VENUE:SYMBOL`
/// @param currency   ISO 4217
/// @param price      of one unit
/// @param time       when the market made it
/// @param stream     the feed's stream it came with
record PriceLine(String instrument, String currency, Price price, Instant time, String stream) {}
