package io.alphapanda.feed.kite;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.ticker.Divisors;
import io.alphapanda.kite.ticker.Reconnect;
import io.alphapanda.kite.ticker.TickerCommand;
import io.alphapanda.kite.ticker.TickerLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How Kite is listened to, validated.
///
/// @param account     whose login it is
/// @param instruments to listen to, as configured
/// @param assetClass  of those this feed publishes
/// @param mode        how much of each
/// @param cache       the folder of the day's lists of instruments
/// @param hours       of the day
/// @param silence     a connection without a single frame for so long is dead
/// @param stall       an open market without a single tick for so long is an alarm
/// @param queue       ticks that wait for the feed
/// @param tokenPoll   between two looks for a login
/// @param reconnect   between two tries
/// @param limits      of Kite
/// @param divisors    of prices
public record KiteFeedSettings(
        String account,
        List<Listing> instruments,
        AssetClass assetClass,
        TickerCommand.Mode mode,
        Path cache,
        TradingHours hours,
        Duration silence,
        Duration stall,
        int queue,
        Duration tokenPoll,
        Reconnect reconnect,
        TickerLimits limits,
        Divisors divisors) {

    /// Three connections of 3,000.
    public static final int MOST_INSTRUMENTS = 9_000;

    public KiteFeedSettings {
        instruments = List.copyOf(instruments);
    }
}
