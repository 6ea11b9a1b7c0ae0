package io.alphapanda.domain.portfolio;

import io.alphapanda.domain.money.Price;
import java.time.Instant;

/// A last price, and how old it was when it was used.
///
/// @param price      in the instrument's currency
/// @param at         when the market made it
/// @param ageSeconds whole seconds from then to the market time it was used at; zero if it is newer
/// @param stale      whether that is beyond the bound
public record Quote(Price price, Instant at, long ageSeconds, boolean stale) {}
