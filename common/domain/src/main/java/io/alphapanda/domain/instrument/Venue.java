package io.alphapanda.domain.instrument;

import io.alphapanda.domain.calendar.MarketCalendar;
import io.alphapanda.domain.money.Price;

/// A market place and what holds for everything traded there.
///
/// @param name           as in [InstrumentId#venue()]
/// @param assetClass     decides the topic its ticks travel on
/// @param currency       ISO 4217
/// @param priceIncrement the smallest step of a price
/// @param calendar       when it trades
public record Venue(
        String name, AssetClass assetClass, String currency, Price priceIncrement, MarketCalendar calendar) {}
